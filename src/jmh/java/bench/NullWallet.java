package bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import load.Role;
import load.Roles;

/**
 * Two wallets that agree to everything at once and remember nothing: to see the injector alone.
 *
 * <p>What they show is as large as what a wallet shows; every channel has reached all that one can wait for.
 */
public final class NullWallet {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FAR = 1_000_000_000;
  private static final int BACKLOG = 4096;
  private static final int LARGEST = 1 << 20;
  private static final int ID_DIGITS = 64;
  private static final String ID = "0x" + "0".repeat(ID_DIGITS);

  private final Role role;
  private final String before;
  private final String after;
  private final AtomicLong created = new AtomicLong();

  private NullWallet(Role role) throws IOException {
    this.role = role;
    String channel = JSON.writeValueAsString(channel(role));
    int id = channel.indexOf(ID);
    this.before = channel.substring(0, id);
    this.after = channel.substring(id + ID.length());
  }

  /** Serves until it is killed; the argument is the file into which the target is written. */
  public static void main(String[] arguments) throws IOException {
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    StringBuilder target = new StringBuilder("system = wallet\nendpoints {\n");
    for (Role role : Roles.defaults().list()) {
      int port = new NullWallet(role).serve(loops);
      target.append("  %s { url = \"http://127.0.0.1:%d\" }\n".formatted(role.id(), port));
    }
    Path part = Path.of(arguments[0] + ".part");
    Files.writeString(part, target.append("}\n"));
    Files.move(part, Path.of(arguments[0]));
  }

  private int serve(EventLoopGroup loops) {
    ServerBootstrap server = new ServerBootstrap().group(loops)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childHandler(new ChannelInitializer<>() {
          @Override
          protected void initChannel(Channel channel) {
            channel.pipeline().addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST), new Answers());
          }
        });
    Channel bound = server.bind("127.0.0.1", 0).syncUninterruptibly().channel();
    return ((InetSocketAddress) bound.localAddress()).getPort();
  }

  private final class Answers extends SimpleChannelInboundHandler<FullHttpRequest> {

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      ByteBuf body = Unpooled.copiedBuffer(answer(request.uri()), StandardCharsets.UTF_8);
      FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
      response.headers()
          .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
          .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
      context.writeAndFlush(response);
    }
  }

  private String answer(String path) {
    return switch (path) {
      case "/" -> "{\"role\":\"%s\",\"signingAddress\":\"%s\"}".formatted(role.id(), role.signingAddress());
      case "/channels" -> before + nextId() + after;
      default -> before + idIn(path) + after;
    };
  }

  /** No two wallets give the same. */
  private String nextId() {
    return "0x%s%063x".formatted(role.id().toLowerCase(Locale.ROOT), created.incrementAndGet());
  }

  /** Of {@code /channels/ID} and whatever is below it. */
  private static String idIn(String path) {
    int from = path.indexOf("0x");
    return path.substring(from, from + ID.length());
  }

  private static ObjectNode channel(Role role) {
    ObjectNode channel = JSON.createObjectNode().put("channelId", ID).put("kind", "app");
    channel.putObject("funding").put("type", "None");
    channel.put("role", role.id()).put("status", "closed").put("turnNum", FAR).put("isFinal", true);
    ArrayNode items = channel.putArray("allocations")
        .addObject()
        .put("asset", "0x" + "0".repeat(40))
        .putArray("allocationItems");
    ArrayNode participants = channel.putArray("participants");
    for (Role each : Roles.defaults().list()) {
      items.addObject().put("destination", each.destination()).put("amount", "0x64");
      participants.addObject()
          .put("participantId", each.id())
          .put("signingAddress", each.signingAddress())
          .put("destination", each.destination());
    }
    return channel.put("appData", "0x").put("stateHash", ID.replace('0', '1')).put("challengeDuration", 86_400);
  }
}
