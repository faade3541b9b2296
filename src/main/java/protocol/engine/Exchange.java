package protocol.engine;

import history.Outcome;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.client.impl.RequestTimeoutException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import protocol.engine.TransportFailure.Kind;

/** One request over Gatling's HTTP client, and what comes of it. Lives on its request's event loop. */
final class Exchange implements HttpListener {

  private static final Logger LOGGER = LoggerFactory.getLogger(Exchange.class);

  /** Made early, for its classes to be there when a connection fails: by then there may be no file left to load one from. */
  @SuppressWarnings("UnusedVariable")
  private static final Outcome FAILED = new TransportFailure(Kind.CONNECT, "", 0, 0).outcome();

  private final HttpTransport transport;
  private final Doorway door;
  private final RpcRequest request;
  private final RpcReply reply;
  private final long started = System.nanoTime();
  private HttpResponseStatus status = HttpResponseStatus.OK;
  private HttpHeaders headers = EmptyHttpHeaders.INSTANCE;
  private @Nullable ByteArrayOutputStream chunks;
  private boolean sentBefore;
  private boolean written;
  private boolean done;

  Exchange(HttpTransport transport, Doorway door, RpcRequest request, RpcReply reply) {
    this.transport = transport;
    this.door = door;
    this.request = request;
    this.reply = reply;
  }

  /** Waits in line, on the event loop. */
  void enter() {
    door.enter(this);
  }

  /** Sends the request, unless it has waited in line for too long. */
  void send() {
    Duration left = request.timeout().minusNanos(System.nanoTime() - started);
    if (left.isPositive()) {
      transport.send(request, left, this);
    } else {
      fail(Kind.CONNECT, "no connection within " + request.timeout().toMillis() + " ms");
    }
  }

  /**
   * Gatling's client sends a request a second time when a kept-alive connection breaks under it before an answer, a POST like any
   * other. What may change something must not be sent twice: it ends here, as something that may have happened. The client has no
   * setting for that; throwing is the one way out, and safe, since it has let go of the request by then.
   */
  @Override
  public void onSend() {
    if (sentBefore && !isSafe()) {
      fail(Kind.CLOSED, "the connection broke before an answer");
      throw new SecondSending();
    }
    sentBefore = true;
  }

  @Override
  public void onWrite(Channel channel) {
    written = true;
  }

  @Override
  public void onFinalClientRequest(Request sent) {}

  @Override
  public void onHttpResponse(HttpResponseStatus answeredStatus, HttpHeaders answeredHeaders) {
    status = answeredStatus;
    headers = answeredHeaders;
  }

  @Override
  public void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {
    if (last && chunks == null) {
      respond(ByteBufUtil.getBytes(chunk)); // nearly always: the whole body in one piece
      return;
    }
    if (chunks == null) {
      chunks = new ByteArrayOutputStream(chunk.readableBytes());
    }
    chunks.writeBytes(ByteBufUtil.getBytes(chunk));
    if (last) {
      respond(chunks.toByteArray());
    }
  }

  @Override
  public void onThrowable(Throwable cause) {
    if (cause instanceof RequestTimeoutException) {
      long millis = request.timeout().toMillis();
      if (written) {
        fail(Kind.TIMEOUT, "no answer within " + millis + " ms");
      } else {
        fail(Kind.CONNECT, "no connection within " + millis + " ms");
      }
    } else {
      // A failed second connection does not undo what was written to the first.
      fail(written ? Kind.CLOSED : Kind.CONNECT, describe(cause));
    }
  }

  /** The root cause, which for TLS is the one that tells. */
  private static String describe(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  private boolean isSafe() {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  private void respond(byte[] body) {
    long ended = System.nanoTime();
    deliver(to -> to.onResponse(new RpcResponse(status.code(), headers, body, started, ended)));
  }

  private void fail(Kind kind, String message) {
    long ended = System.nanoTime();
    deliver(to -> to.onFailure(new TransportFailure(kind, message, started, ended)));
  }

  private void deliver(Consumer<RpcReply> delivery) {
    if (!request.loop().inEventLoop()) { // a connection that could not even be opened fails on a thread of Netty's own
      if (!request.loop().isShuttingDown()) {
        request.loop().execute(() -> deliver(delivery));
      }
      return;
    }
    if (done || transport.isClosed()) {
      return;
    }
    done = true;
    door.leave();
    try {
      delivery.accept(reply);
    } catch (Throwable e) { // an Error that reached Netty would end the process
      LOGGER.error("The reply to '{}' threw", request.name(), e);
    }
  }

  /** Ends a second sending. */
  private static final class SecondSending extends RuntimeException {

    private static final long serialVersionUID = 1;

    SecondSending() {
      super("not sent twice", null, false, false);
    }
  }
}
