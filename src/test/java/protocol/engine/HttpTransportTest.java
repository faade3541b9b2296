package protocol.engine;

import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.engine.TransportFailure.Kind;

import static org.assertj.core.api.Assertions.assertThat;

final class HttpTransportTest {

  private final Bench bench = new Bench();
  private final FaultServer server = new FaultServer();
  private final EventLoop loop = bench.loop();
  private final RpcTransport transport = new HttpTransport(HttpSettings.defaults(), true, false);

  @AfterEach
  void close() {
    transport.close();
    server.close();
    bench.close();
  }

  @Test
  void bringsStatusHeadersBodyAndTimes() throws Exception {
    long before = System.nanoTime();
    RpcResponse response = (RpcResponse) send("POST", "/echo", "{\"a\":1}");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("{\"a\":1}");
    assertThat(response.headers().get("content-length")).isEqualTo("7");
    assertThat(response.started()).isGreaterThanOrEqualTo(before);
    assertThat(response.ended()).isGreaterThan(response.started()).isLessThanOrEqualTo(System.nanoTime());
  }

  @Test
  void bringsLongBodiesWhole() throws Exception {
    String body = "x".repeat(200_000);
    assertThat(((RpcResponse) send("POST", "/echo", body)).text()).isEqualTo(body);
  }

  @Test
  void anErrorStatusIsAnAnswer() throws Exception {
    assertThat(((RpcResponse) send("POST", "/500", "{}")).status()).isEqualTo(500);
  }

  @Test
  void keepsConnectionsPerUserOrSharesThem() throws Exception {
    send("GET", "/ok", "", 1);
    send("GET", "/ok", "", 1);
    assertThat(server.connections).hasSize(1);
    send("GET", "/ok", "", 2);
    assertThat(server.connections).hasSize(2);
    send("GET", "/ok", "", RpcRequest.SHARED);
    send("GET", "/ok", "", RpcRequest.SHARED);
    assertThat(server.connections).hasSize(3);
  }

  @Test
  void aFlushedUserStartsAnew() throws Exception {
    send("GET", "/ok", "", 1);
    transport.flush(1, loop);
    bench.settle();
    send("GET", "/ok", "", 1);

    assertThat(server.connections).hasSize(2);
  }

  @Test
  void silenceAfterSendingIsATimeout() throws Exception {
    TransportFailure failure = (TransportFailure) send("POST", "/never", "{}");

    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(failure.ended() - failure.started()).isGreaterThanOrEqualTo(Duration.ofMillis(400).toNanos());
  }

  @Test
  void aConnectionClosedAfterSendingIsUnknown() throws Exception {
    assertThat(((TransportFailure) send("POST", "/close", "{}")).kind()).isEqualTo(Kind.CLOSED);
  }

  @Test
  void nobodyListeningIsCertainlyRefused() throws Exception {
    FaultServer gone = new FaultServer();
    String url = gone.url("/ok");
    gone.close();

    assertThat(((TransportFailure) sendTo(url, "POST", "{}", 1)).kind()).isEqualTo(Kind.CONNECT);
  }

  @Test
  void aPostOnAStaleConnectionIsNotSentTwice() throws Exception {
    send("POST", "/once", "{}");
    TransportFailure failure = (TransportFailure) send("POST", "/once", "{}");

    assertThat(failure.kind()).isEqualTo(Kind.CLOSED);
    assertThat(server.asked).hasSize(2);
    assertThat(((RpcResponse) send("POST", "/once", "{}")).status()).isEqualTo(200);
  }

  @Test
  void aGetOnAStaleConnectionIsSentAgain() throws Exception {
    send("GET", "/once", "");

    assertThat(((RpcResponse) send("GET", "/once", "")).status()).isEqualTo(200);
    assertThat(server.asked).hasSize(3);
  }

  @Test
  void isSilentOnceClosed() throws Exception {
    Answer pending = new Answer();
    transport.send(request(server.url("/slow"), "POST", "{}", 1), pending);
    transport.close();
    Answer late = new Answer();
    transport.send(request(server.url("/ok"), "POST", "{}", 1), late);
    transport.flush(1, loop);

    bench.loop().schedule(() -> {}, 400, TimeUnit.MILLISECONDS).get(5, TimeUnit.SECONDS);
    assertThat(pending).isNotDone();
    assertThat(late).isNotDone();
    assertThat(server.asked).doesNotContain("/ok");
  }

  private Object send(String method, String path, String body) throws Exception {
    return send(method, path, body, 1);
  }

  private Object send(String method, String path, String body, long pool) throws Exception {
    return sendTo(server.url(path), method, body, pool);
  }

  private Object sendTo(String url, String method, String body, long pool) throws Exception {
    Answer answer = new Answer();
    transport.send(request(url, method, body, pool), answer);
    return answer.get(5, TimeUnit.SECONDS);
  }

  private RpcRequest request(String url, String method, String body, long pool) {
    return new RpcRequest("test", method, url, body.getBytes(StandardCharsets.UTF_8), Duration.ofMillis(400), loop,
        pool);
  }
}
