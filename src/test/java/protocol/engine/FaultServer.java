package protocol.engine;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback whose paths are its faults: {@code /ok}, {@code /json}, {@code /text}, {@code /echo}, statuses such as {@code /500}
 * and {@code /503-later} (with Retry-After), {@code /close}, {@code /never}, {@code /slow} and {@code /once}, which answers the first request of a connection and breaks off at the second.
 */
final class FaultServer implements AutoCloseable {

  static final String JSON = "{\"id\":\"c-1\",\"turn\":{\"number\":4},\"tags\":[\"a\",\"b\"]}";

  /** The paths that were asked for, in order. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** The connections on which anything was asked. */
  final Set<String> connections = ConcurrentHashMap.newKeySet();

  private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel listening;
  private final String scheme;

  FaultServer() {
    this(null);
  }

  FaultServer(@Nullable SslContext tls) {
    scheme = tls == null ? "http" : "https";
    listening = new ServerBootstrap().group(loops)
        .channel(NioServerSocketChannel.class)
        .childHandler(new ChannelInitializer<Channel>() {
          @Override
          protected void initChannel(Channel channel) {
            if (tls != null) {
              channel.pipeline().addLast(tls.newHandler(channel.alloc()));
            }
            channel.pipeline().addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), new Answers());
          }
        })
        .bind(InetAddress.getLoopbackAddress(), 0)
        .syncUninterruptibly()
        .channel();
  }

  String url(String path) {
    return scheme + "://127.0.0.1:" + ((InetSocketAddress) listening.localAddress()).getPort() + path;
  }

  @Override
  public void close() {
    listening.close().syncUninterruptibly();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(5_000);
  }

  private final class Answers extends SimpleChannelInboundHandler<FullHttpRequest> {

    private int requests;

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      asked.add(request.uri());
      connections.add(context.channel().id().asLongText());
      requests++;
      switch (request.uri()) {
        case "/echo" -> answer(context, 200, request.content().retainedDuplicate());
        case "/500" -> answer(context, 500, text("{\"error\":\"broken\"}"));
        case "/404" -> answer(context, 404, text("no such\n  thing"));
        case "/302" -> answer(context, 302, Unpooled.EMPTY_BUFFER, HttpHeaderNames.LOCATION, "/ok");
        case "/429" -> answer(context, 429, text("not now"));
        case "/503" -> answer(context, 503, text("not now"));
        case "/503-later" -> answer(context, 503, text("not now"), HttpHeaderNames.RETRY_AFTER, "1");
        case "/text" -> answer(context, 200, text("all is well"));
        case "/close" -> context.close();
        case "/never" -> {
        }
        case "/slow" -> context.executor().schedule(() -> answer(context, 200, text("{}")), 200, TimeUnit.MILLISECONDS);
        case "/once" -> {
          if (requests == 1) {
            answer(context, 200, text("{}"));
          } else {
            context.close();
          }
        }
        default -> answer(context, 200, text(JSON));
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close(); // a client that went away
    }
  }

  private static void answer(ChannelHandlerContext context, int status, ByteBuf body, CharSequence... header) {
    FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status),
        body);
    HttpUtil.setContentLength(response, body.readableBytes());
    if (header.length == 2) {
      response.headers().set(header[0], header[1]);
    }
    context.writeAndFlush(response);
  }

  private static ByteBuf text(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
  }
}
