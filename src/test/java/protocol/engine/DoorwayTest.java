package protocol.engine;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that are due at once do not open a connection each. */
final class DoorwayTest {

  private static final int MANY = 1000;

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
  void thousandsAtOnceFindConnectionsThatOthersHaveLeft() throws Exception {
    List<Answer> answers = together(server.url("/ok"), MANY);
    all(answers);

    assertThat(answers).allSatisfy(answer -> assertThat(((RpcResponse) answer.join()).status()).isEqualTo(200));
    assertThat(server.connections.size()).isLessThan(MANY / 2);
  }

  @Test
  void nobodyWaitsInLineForOnesWhoFailed() throws Exception {
    FaultServer gone = new FaultServer();
    String nowhere = gone.url("/ok");
    gone.close();
    List<Answer> answers = together(nowhere, MANY);
    all(answers);

    assertThat(answers).allSatisfy(
        answer -> assertThat(((TransportFailure) answer.join()).kind()).isEqualTo(TransportFailure.Kind.CONNECT));
  }

  private static void all(List<Answer> answers) throws Exception {
    CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new)).get(30, TimeUnit.SECONDS);
  }

  /** So many requests in one go of the event loop. */
  private List<Answer> together(String url, int count) {
    List<Answer> answers = IntStream.range(0, count).mapToObj(_ -> new Answer()).toList();
    loop.execute(() -> answers.forEach(answer -> transport.send(
        new RpcRequest("test", "GET", url, new byte[0], Duration.ofSeconds(20), loop, RpcRequest.SHARED), answer)));
    return answers;
  }
}
