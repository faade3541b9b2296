package protocol.engine;

import io.gatling.http.client.HttpClient;
import io.gatling.http.client.Request;
import io.gatling.http.client.RequestBuilder;
import io.gatling.http.client.resolver.InetAddressNameResolver;
import io.gatling.http.client.uri.Uri;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpMethod;
import java.time.Duration;

/** {@link WsTransport} on Gatling's own HTTP client. */
final class GatlingSockets implements WsTransport {

  private final HttpClient client;
  private volatile boolean closed;

  GatlingSockets(HttpSettings settings, boolean nativeTransport, boolean ioUring) {
    this.client = GatlingClient.open(settings, nativeTransport, ioUring);
  }

  @Override
  public void open(String url, Duration timeout, EventLoop loop, WsListener listener) {
    if (closed || loop.isShuttingDown()) {
      return;
    }
    Request request = new RequestBuilder("web socket", HttpMethod.GET, Uri.create(url),
        InetAddressNameResolver.JAVA_RESOLVER).setRequestTimeout(Math.max(1, timeout.toMillis())).build();
    client.sendRequest(request, RpcRequest.SHARED, loop, new GatlingSocket(this, loop, listener), null);
  }

  @Override
  public void close() {
    closed = true;
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException("The WebSocket client was not closed", e);
    }
  }

  /** Whether nobody wants to hear of anything any more. */
  boolean isClosed() {
    return closed;
  }
}
