package protocol.engine;

import io.gatling.http.client.WebSocketListener;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import protocol.engine.TransportFailure.Kind;

/** One WebSocket over Gatling's HTTP client. Lives on its event loop. */
final class GatlingSocket extends WebSocketListener implements WsConnection {

  private static final Logger LOGGER = LoggerFactory.getLogger(GatlingSocket.class);

  private final GatlingSockets transport;
  private final EventLoop loop;
  private final WsListener listener;
  private final long started = System.nanoTime();
  private @Nullable Channel channel;
  private boolean opened;
  private boolean done;

  GatlingSocket(GatlingSockets transport, EventLoop loop, WsListener listener) {
    this.transport = transport;
    this.loop = loop;
    this.listener = listener;
  }

  @Override
  public void openWebSocket(Channel open) {
    channel = open;
    // Gatling's client does not tell in all cases when the other side has closed.
    open.closeFuture().addListener(_ -> end(Kind.CLOSED, "the WebSocket was closed"));
    super.openWebSocket(open);
  }

  @Override
  public void onHttpResponse(HttpResponseStatus status, HttpHeaders headers) {}

  @Override
  public void onWebSocketOpen() {
    opened = true;
    tell(() -> listener.onOpen(this));
  }

  @Override
  public void onTextFrame(TextWebSocketFrame frame) {
    long arrived = System.nanoTime();
    byte[] text = ByteBufUtil.getBytes(frame.content());
    tell(() -> listener.onText(text, arrived));
  }

  @Override
  public void onBinaryFrame(BinaryWebSocketFrame frame) {}

  @Override
  public void onPongFrame(PongWebSocketFrame frame) {}

  @Override
  public void onCloseFrame(CloseWebSocketFrame frame) {
    end(Kind.CLOSED, "closed by the other side with status " + frame.statusCode());
  }

  @Override
  public void onThrowable(Throwable cause) {
    end(opened ? Kind.CLOSED : Kind.CONNECT, cause.getClass().getSimpleName() + ": " + cause.getMessage());
  }

  @Override
  public void send(byte[] text) {
    if (!done) {
      sendFrame(new TextWebSocketFrame(Unpooled.wrappedBuffer(text)));
    }
  }

  @Override
  public void close() {
    done = true;
    if (channel != null) {
      channel.close();
    }
  }

  private void end(Kind kind, String message) {
    if (!loop.inEventLoop()) { // a connection that could not even be opened fails on a thread of Netty's own
      if (!loop.isShuttingDown()) {
        loop.execute(() -> end(kind, message));
      }
      return;
    }
    tell(() -> {
      done = true;
      listener.onClosed(new TransportFailure(kind, message, started, System.nanoTime()));
    });
  }

  private void tell(Runnable call) {
    if (done || transport.isClosed()) {
      return;
    }
    try {
      call.run();
    } catch (Throwable e) { // an Error that reached Netty would end the process
      LOGGER.error("The listener of a WebSocket threw", e);
    }
  }
}
