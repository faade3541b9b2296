package protocol.engine;

import io.gatling.http.client.HttpClient;
import io.gatling.http.client.Request;
import io.gatling.http.client.RequestBuilder;
import io.gatling.http.client.body.bytearray.ByteArrayRequestBodyBuilder;
import io.gatling.http.client.resolver.InetAddressNameResolver;
import io.gatling.http.client.uri.Uri;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@link RpcTransport} on Gatling's own HTTP client: by far the cheapest on its event loops. One request at a time per connection. */
final class HttpTransport implements RpcTransport {

  /** Of all event loops, of which Gatling has two per processor. */
  private static final int UNDER_WAY = OpenFiles.connections();
  private static final int LOOPS = 2 * Runtime.getRuntime().availableProcessors();
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int ADDRESSES = 64;

  private final HttpClient client;
  private final int room;
  private final Map<EventLoop, Doorway> doors = new ConcurrentHashMap<>();
  private final Map<String, Uri> addresses = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** The two flags must be those of the event loops: an epoll channel on an NIO loop fails every request. */
  HttpTransport(HttpSettings settings, boolean nativeTransport, boolean ioUring) {
    this(settings, nativeTransport, ioUring, Math.max(1, UNDER_WAY / LOOPS));
  }

  /** With room for so many requests under way on each event loop. */
  HttpTransport(HttpSettings settings, boolean nativeTransport, boolean ioUring, int room) {
    this.room = room;
    this.client = GatlingClient.open(settings, nativeTransport, ioUring);
  }

  @Override
  public void send(RpcRequest request, RpcReply reply) {
    EventLoop loop = request.loop();
    if (closed || loop.isShuttingDown()) {
      return;
    }
    Exchange exchange = new Exchange(this, doors.computeIfAbsent(loop, _ -> new Doorway(room)), request, reply);
    if (loop.inEventLoop()) {
      exchange.enter();
    } else {
      loop.execute(exchange::enter);
    }
  }

  /** Sends what has come through the door. */
  void send(RpcRequest request, Duration timeout, Exchange exchange) {
    if (!closed) {
      client.sendRequest(http(request, timeout), request.pool(), request.loop(), exchange, null);
    }
  }

  @Override
  public void flush(long user, EventLoop loop) {
    if (!closed && !loop.isShuttingDown()) {
      client.flushClientIdChannels(user, loop);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException("The HTTP client was not closed", e);
    }
  }

  /** Whether nobody wants to hear of an answer any more. */
  boolean isClosed() {
    return closed;
  }

  /** Taken apart once where few are used over and over, as with JSON-RPC; where there are many, each for itself. */
  private Uri address(String url) {
    Uri known = addresses.get(url);
    if (known != null) {
      return known;
    }
    Uri fresh = Uri.create(url);
    if (addresses.size() < ADDRESSES) {
      addresses.put(url, fresh);
    }
    return fresh;
  }

  private Request http(RpcRequest request, Duration timeout) {
    HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
    headers.set(HttpHeaderNames.ACCEPT, HttpHeaderValues.APPLICATION_JSON);
    RequestBuilder http = new RequestBuilder(request.name(), HttpMethod.valueOf(request.method()),
        address(request.url()), InetAddressNameResolver.JAVA_RESOLVER);
    if (request.body().length > 0) {
      headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
      http.setBodyBuilder(new ByteArrayRequestBodyBuilder(request.body(), null));
    }
    return http.setHeaders(headers).setRequestTimeout(Math.ceilDiv(timeout.toNanos(), NANOS_PER_MILLI)).build();
  }
}
