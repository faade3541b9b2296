package protocol.engine;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import protocol.engine.TransportFailure.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against a server whose certificate nobody else has signed. */
final class TlsTest {

  private static final String PASSWORD = "changeit";

  @TempDir
  private static Path folder;
  private static final Bench BENCH = new Bench();
  private static FaultServer server;
  private static Path store;

  @BeforeAll
  static void start() throws Exception {
    store = folder.resolve("store.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process = new ProcessBuilder(keytool, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname",
        "CN=test", "-ext", "san=ip:127.0.0.1", "-keystore", store.toString(), "-storepass", PASSWORD)
        .redirectErrorStream(true)
        .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(new String(process.getInputStream().readAllBytes())).isZero();
    server = new FaultServer(serverSide());
  }

  @AfterAll
  static void stop() {
    server.close();
    BENCH.close();
  }

  @Test
  void aTrustStoreWithTheCertificateIsTrusted() throws Exception {
    assertThat(send(new Tls.TrustStore(store, PASSWORD))).isInstanceOf(RpcResponse.class);
  }

  @Test
  void aCertificateForAnotherHostIsNot() throws Exception {
    assertThat(send(new Tls.TrustStore(store, PASSWORD), "localhost")).isInstanceOf(TransportFailure.class);
  }

  @Test
  void everybodyIsTrustedWhenToldSo() throws Exception {
    assertThat(send(new Tls.Everybody(), "localhost")).isInstanceOf(RpcResponse.class);
  }

  @Test
  void theJdkDoesNotKnowIt() throws Exception {
    TransportFailure failure = (TransportFailure) send(new Tls.Platform());

    assertThat(failure.kind()).isEqualTo(Kind.CONNECT);
    assertThat(failure.message()).containsIgnoringCase("certifi");
  }

  @Test
  void aTrustStoreThatCannotBeReadIsNamedWithoutItsPassword() {
    Tls missing = new Tls.TrustStore(folder.resolve("missing.p12"), "a secret");

    assertThatThrownBy(() -> new HttpTransport(HttpSettings.defaults().trusting(missing), true, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing.p12")
        .hasMessageNotContaining("a secret");
  }

  private static Object send(Tls tls) throws Exception {
    return send(tls, "127.0.0.1");
  }

  private static Object send(Tls tls, String host) throws Exception {
    Answer answer = new Answer();
    try (RpcTransport transport = new HttpTransport(HttpSettings.defaults().trusting(tls), true, false)) {
      String url = server.url("/ok").replace("127.0.0.1", host);
      Duration timeout = Duration.ofSeconds(3);
      transport.send(new RpcRequest("test", "GET", url, new byte[0], timeout, BENCH.loop(), 1), answer);
      return answer.get(5, TimeUnit.SECONDS);
    }
  }

  private static SslContext serverSide() throws Exception {
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    return SslContextBuilder.forServer(managers).build();
  }
}
