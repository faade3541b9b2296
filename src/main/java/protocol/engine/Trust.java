package protocol.engine;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManagerFactory;

/** A {@link Tls} as Netty wants it. */
final class Trust {

  private Trust() {}

  static SslContext context(Tls tls) {
    SslContextBuilder client = SslContextBuilder.forClient();
    try {
      return switch (tls) {
        case Tls.Platform platform -> client.build();
        case Tls.Everybody everybody -> client.trustManager(InsecureTrustManagerFactory.INSTANCE).build();
        case Tls.TrustStore store -> client.trustManager(managers(store)).build();
      };
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("TLS cannot be set up with " + tls + ": " + e.getMessage(), e);
    }
  }

  private static TrustManagerFactory managers(Tls.TrustStore store) throws IOException, GeneralSecurityException {
    KeyStore certificates = KeyStore.getInstance(store.file().toFile(), store.password().toCharArray());
    TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(certificates);
    return managers;
  }
}
