package protocol.engine;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.engine.TransportFailure.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** However many requests are due at once, only so many are under way. */
final class DoorwayTest {

  private static final int ROOM = 10;
  private static final int MANY = 300;

  private final Bench bench = new Bench();
  private final FaultServer server = new FaultServer();
  private final EventLoop loop = bench.loop();
  private final RpcTransport transport = new HttpTransport(HttpSettings.defaults(), true, false, ROOM);

  @AfterEach
  void close() {
    transport.close();
    server.close();
    bench.close();
  }

  @Test
  void thoseInLineAreServedOverTheConnectionsOfThoseBeforeThem() throws Exception {
    List<Answer> answers = atOnce(MANY, server.url("/ok"), Duration.ofSeconds(20));

    assertThat(answers).allSatisfy(answer -> assertThat(((RpcResponse) answer.join()).status()).isEqualTo(200));
    assertThat(server.connections).hasSizeBetween(1, ROOM);
  }

  @Test
  void thoseWhoFailMakeRoom() throws Exception {
    FaultServer gone = new FaultServer();
    String nowhere = gone.url("/ok");
    gone.close();

    assertThat(atOnce(MANY, nowhere, Duration.ofSeconds(20)))
        .allSatisfy(answer -> assertThat(kind(answer)).isEqualTo(Kind.CONNECT));
  }

  @Test
  void waitingInLineForTooLongIsCertainlyRefused() throws Exception {
    CompletableFuture<List<Answer>> first = CompletableFuture
        .supplyAsync(() -> atOnce(ROOM, server.url("/never"), Duration.ofSeconds(4)));
    await().atMost(Duration.ofSeconds(10)).until(() -> server.asked.size() == ROOM);
    List<Answer> later = atOnce(ROOM, server.url("/never"), Duration.ofMillis(1));

    assertThat(first.get(10, TimeUnit.SECONDS)).allSatisfy(answer -> assertThat(kind(answer)).isEqualTo(Kind.TIMEOUT));
    assertThat(later).allSatisfy(answer -> assertThat(kind(answer)).isEqualTo(Kind.CONNECT));
    assertThat(server.asked).hasSize(ROOM);
  }

  private static Kind kind(Answer answer) {
    return ((TransportFailure) answer.join()).kind();
  }

  /** So many requests in one go of the event loop, all answered. */
  private List<Answer> atOnce(int count, String url, Duration timeout) {
    List<Answer> answers = IntStream.range(0, count).mapToObj(_ -> new Answer()).toList();
    loop.execute(() -> answers.forEach(answer -> transport
        .send(new RpcRequest("test", "GET", url, new byte[0], timeout, loop, RpcRequest.SHARED), answer)));
    CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new)).orTimeout(30, TimeUnit.SECONDS).join();
    return answers;
  }
}
