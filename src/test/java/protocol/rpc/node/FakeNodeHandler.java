package protocol.rpc.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** One connection of a {@link FakeNode}. */
final class FakeNodeHandler extends SimpleChannelInboundHandler<Object> {

  private final FakeNode node;

  FakeNodeHandler(FakeNode node) {
    this.node = node;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
    if (event instanceof HandshakeComplete) {
      node.opened(context.channel());
    }
    super.userEventTriggered(context, event);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Object message) throws IOException {
    if (message instanceof FullHttpRequest request) {
      take(context, read(request.content()), false, (status, body) -> http(context, status, body));
    } else if (message instanceof TextWebSocketFrame frame) {
      take(context, read(frame.content()), true, (_, body) -> context.writeAndFlush(new TextWebSocketFrame(body)));
    }
  }

  private void take(ChannelHandlerContext context, JsonNode body, boolean socket, BiConsumer<Integer, String> answer) {
    if (!body.isArray()) {
      act(context, node.reply(body, context.channel(), socket), body.path("id"), answer);
      return;
    }
    ArrayNode answers = Reply.JSON.createArrayNode();
    for (JsonNode item : body) {
      Reply reply = node.reply(item, context.channel(), socket);
      switch (reply) {
        case Reply.Result _,Reply.Error _ -> answers.add(reply.frame(item.path("id")));
        case Reply.Silence _ -> {
          // this one is missing
        }
        default -> {
          act(context, reply, item.path("id"), answer);
          return;
        }
      }
    }
    answer.accept(200, answers.toString());
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a test's node: what fails here, fails the test elsewhere
  private static void act(ChannelHandlerContext context, Reply reply, JsonNode id, BiConsumer<Integer, String> answer) {
    switch (reply) {
      case Reply.Result _,Reply.Error _ -> answer.accept(200, reply.frame(id).toString());
      case Reply.Raw(int status, String body) -> answer.accept(status, body);
      case Reply.Silence _ -> {
        // that is it
      }
      case Reply.HangUp _ -> context.close();
      case Reply.Later later -> context.executor()
          .schedule(() -> act(context, later.reply(), id, answer), later.delay().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static JsonNode read(ByteBuf content) throws IOException {
    try (var in = new ByteBufInputStream(content)) {
      return Reply.JSON.readTree((java.io.InputStream) in);
    }
  }

  private static void http(ChannelHandlerContext context, int status, String text) {
    ByteBuf body = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), body);
    HttpUtil.setContentLength(response, body.readableBytes());
    context.writeAndFlush(response);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close(); // a client that went away, or one that does not speak JSON
  }
}
