package protocol.rpc.node;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import protocol.engine.Correlator;
import protocol.engine.RpcReply;
import protocol.engine.RpcResponse;
import protocol.engine.TransportFailure;
import protocol.engine.TransportFailure.Kind;
import protocol.engine.WsConnection;
import protocol.engine.WsListener;
import protocol.engine.WsTransport;

/**
 * JSON-RPC over one WebSocket that is opened again whenever it breaks: calls, many at once, and subscriptions, which are taken up again.
 * Confined to its event loop.
 */
public final class RpcSocket implements WsListener, AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(RpcSocket.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final int DOUBLINGS = 5;
  /** Apart from those of the run's operations, whose requests may go over the same socket. */
  private static final long FIRST_ID = 1L << 50;

  private final WsTransport transport;
  private final List<URI> urls;
  private final EventLoop loop;
  private final Duration timeout;
  private final Correlator<Call> calls;
  private final Subscriptions subscriptions;
  private @Nullable WsConnection connection;
  private int failures;
  private long lastId = FIRST_ID;
  private boolean closed;

  /** A request on its way. */
  private record Call(RpcReply reply, long started) {}

  /** A socket to a chain's WebSocket endpoints that is not opened yet; the next one is tried whenever one fails. */
  public RpcSocket(WsTransport transport, Node node, EventLoop loop) {
    this.transport = transport;
    this.urls = node.chain().socket();
    this.loop = loop;
    this.timeout = node.timeout();
    this.calls = new Correlator<>(loop);
    this.subscriptions = new Subscriptions(this, node.replies());
  }

  /** Opens it; what comes of it is told to the feeds. */
  public RpcSocket open() {
    if (!closed) {
      URI url = urls.get(failures % urls.size());
      transport.open(url.toString(), timeout, loop, this);
    }
    return this;
  }

  /** Whether it is open now. */
  public boolean isOpen() {
    return connection != null;
  }

  /** An id for a request that is no operation of the run's. */
  public long nextId() {
    return ++lastId;
  }

  /** Sends a request of the given id; the reply is called once, unless the socket is closed before. */
  public void call(long id, byte[] body, Duration within, RpcReply reply) {
    long now = System.nanoTime();
    WsConnection open = connection;
    if (open == null) {
      reply.onFailure(new TransportFailure(Kind.CONNECT, "the WebSocket is not open", now, now));
      return;
    }
    calls.register(id, new Call(reply, now), within,
        late -> fail(late, Kind.TIMEOUT, "no answer within " + within.toMillis() + " ms"));
    open.send(body);
  }

  /**
   * Subscribes, now or as soon as the socket is open.
   *
   * @param params of {@code eth_subscribe}, a JSON array
   * @return ends the subscription
   */
  public Runnable subscribe(String params, Feed feed) {
    return subscriptions.add(params, feed);
  }

  /** Breaks the connection, so that it is opened anew: for one that seems to be there and brings nothing. */
  public void reset() {
    WsConnection open = connection;
    if (open != null) {
      open.close();
      long now = System.nanoTime();
      onClosed(new TransportFailure(Kind.CLOSED, "it brought nothing any more", now, now));
    }
  }

  Duration timeout() {
    return timeout;
  }

  @Override
  public void onOpen(WsConnection opened) {
    if (closed) {
      opened.close();
      return;
    }
    connection = opened;
    failures = 0;
    subscriptions.takeUp();
  }

  @Override
  public void onText(byte[] text, long arrived) {
    Envelope envelope;
    try {
      envelope = Envelopes.read(text);
    } catch (IOException e) {
      LOGGER.warn("A WebSocket brought what is no JSON-RPC: {}", e.getMessage());
      return;
    }
    if (envelope.subscription() != null) {
      subscriptions.deliver(text, envelope, arrived);
      return;
    }
    Call call = calls.take(envelope.id());
    if (call != null) {
      call.reply().onResponse(new RpcResponse(200, EmptyHttpHeaders.INSTANCE, text, call.started(), arrived));
    }
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // opening has nothing to tell through its future
  public void onClosed(TransportFailure failure) {
    connection = null;
    if (closed) {
      return;
    }
    long wait = FIRST_WAIT.toMillis() << Math.min(failures, DOUBLINGS);
    failures++;
    calls.takeAll().forEach(call -> fail(call, Kind.CLOSED, failure.message()));
    subscriptions.broken(failure);
    if (!loop.isShuttingDown()) {
      loop.schedule(this::open, wait, TimeUnit.MILLISECONDS);
    }
  }

  private static void fail(Call call, Kind kind, String message) {
    call.reply().onFailure(new TransportFailure(kind, message, call.started(), System.nanoTime()));
  }

  /** Closes it for good. */
  @Override
  public void close() {
    closed = true;
    calls.takeAll();
    WsConnection open = connection;
    connection = null;
    if (open != null) {
      open.close();
    }
  }
}
