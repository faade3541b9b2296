package protocol.engine;

import io.gatling.http.client.HttpClient;
import io.gatling.http.client.HttpClientConfig;
import io.gatling.http.client.SslContextsHolder;
import io.gatling.http.client.impl.DefaultHttpClient;

/** Gatling's own HTTP client, as our transports want it. */
final class GatlingClient {

  private GatlingClient() {}

  /** The two flags must be those of the event loops: an epoll channel on an NIO loop fails every request. */
  static HttpClient open(HttpSettings settings, boolean nativeTransport, boolean ioUring) {
    SslContextsHolder trust = new SslContextsHolder.Default(Trust.context(settings.tls()), null);
    return new DefaultHttpClient(new HttpClientConfig().setConnectTimeout(settings.connectTimeout().toMillis())
        .setChannelPoolIdleTimeout(settings.idleTimeout().toMillis())
        .setEnableSni(true)
        .setDefaultSslContextsHolder(trust)
        .setUseNativeTransport(nativeTransport)
        .setUseIoUring(ioUring));
  }
}
