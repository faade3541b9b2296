package bench;

import io.netty.bootstrap.ServerBootstrap;
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
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.web3j.crypto.Hash;

/**
 * A node that takes every transaction without a look at it, and has a block with all of them twice a second: to see the injector alone. It
 * computes their hashes, since a sender compares them; nothing else of what it says is true. All of it happens on one thread.
 */
public final class NullNode {

  static final long CHAIN = 9001;

  private static final int BACKLOG = 4096;
  private static final int LARGEST = 1 << 24;
  private static final long BLOCK_MILLIS = 500;
  private static final String SEND = "\"method\":\"eth_sendRawTransaction\",\"params\":[\"0x";
  private static final Pattern ASKED = Pattern.compile("\"id\":(\\d+),\"method\":\"(\\w+)\",\"params\":(.*?)}");

  private final NullChain chain = new NullChain();

  private NullNode() {}

  /** Serves until it is killed; the argument is the file into which its address is written. */
  public static void main(String[] arguments) throws IOException {
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    int port = new NullNode().serve(loop);
    Path part = Path.of(arguments[0] + ".part");
    Files.writeString(part, "http://127.0.0.1:" + port);
    Files.move(part, Path.of(arguments[0]));
  }

  private int serve(EventLoopGroup loop) {
    ServerBootstrap server = new ServerBootstrap().group(loop)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childHandler(new ChannelInitializer<>() {
          @Override
          protected void initChannel(Channel channel) {
            channel.pipeline().addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST), new Answers());
          }
        });
    Channel bound = server.bind("127.0.0.1", 0).syncUninterruptibly().channel();
    loop.scheduleAtFixedRate(chain::seal, BLOCK_MILLIS, BLOCK_MILLIS, TimeUnit.MILLISECONDS);
    return ((InetSocketAddress) bound.localAddress()).getPort();
  }

  private final class Answers extends SimpleChannelInboundHandler<FullHttpRequest> {

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
      byte[] body = answer(request.content().toString(StandardCharsets.ISO_8859_1))
          .getBytes(StandardCharsets.ISO_8859_1);
      FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK,
          Unpooled.wrappedBuffer(body));
      response.headers()
          .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
          .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
      context.writeAndFlush(response);
    }
  }

  private String answer(String body) {
    int sent = body.indexOf(SEND);
    Matcher asked = ASKED.matcher(body);
    if (sent >= 0) {
      return result(body.substring(body.indexOf("\"id\":") + 5, body.indexOf(',', body.indexOf("\"id\":"))),
          taken(body, sent + SEND.length()));
    } else if (body.startsWith("[")) {
      StringBuilder answers = new StringBuilder("[");
      while (asked.find()) {
        answers.append(answers.length() > 1 ? "," : "").append(result(asked.group(1), "null"));
      }
      return answers.append(']').toString();
    }
    return asked.find() ? result(asked.group(1), answer(asked.group(2), asked.group(3))) : result("0", "null");
  }

  private String taken(String body, int start) {
    byte[] raw = HexFormat.of().parseHex(body, start, body.indexOf('"', start));
    String hash = "\"0x" + HexFormat.of().formatHex(Hash.sha3(raw)) + '"';
    chain.take(hash);
    return hash;
  }

  private String answer(String method, String params) {
    return switch (method) {
      case "eth_chainId" -> "\"0x" + Long.toHexString(CHAIN) + '"';
      case "eth_blockNumber" -> chain.number();
      case "eth_getBlockByNumber" -> chain.head();
      case "eth_getBlockByHash" -> chain.block(params);
      case "eth_getBlockReceipts" -> chain.receipts(params);
      // It does not know who sends: whoever begins with nothing begins with 0, and whoever looks later is told nothing.
      case "eth_getTransactionCount" -> params.contains("pending") ? "\"0x0\"" : "null";
      case "eth_estimateGas" -> "\"0x5208\"";
      case "eth_maxPriorityFeePerGas", "eth_gasPrice" -> "\"0x3b9aca00\"";
      case "eth_feeHistory" -> "{\"oldestBlock\":\"0x1\",\"baseFeePerGas\":[\"0x7\",\"0x7\"],\"gasUsedRatio\":[0.5],"
          + "\"reward\":[[\"0x1\",\"0x1\",\"0x1\",\"0x1\",\"0x1\"]]}";
      default -> "null";
    };
  }

  private static String result(String id, String result) {
    return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}";
  }
}
