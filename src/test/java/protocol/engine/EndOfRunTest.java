package protocol.engine;

import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.forever;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static protocol.engine.TinyDsl.get;
import static protocol.engine.TinyDsl.step;

/** Users are not killed when a run ends. They must fall silent by themselves, or the injector never exits. */
final class EndOfRunTest {

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  /** Users that would never stop: some ask, some come back from another thread each time. */
  public static final class Forever extends Simulation {
    {
      var asking = scenario("asking").exec(forever().on(get("ask", "/ok")));
      var elsewhere = scenario("elsewhere").exec(
          forever().on(step("elsewhere", (turn, tiny) -> CompletableFuture.runAsync(() -> turn.end(turn.session())))));
      setUp(asking.injectOpen(atOnceUsers(5)), elsewhere.injectOpen(atOnceUsers(5))).protocols(Stage.current().tiny())
          .maxDuration(1);
    }
  }

  @Test
  void foreverEndsAtTheMaximalDurationAndIsSilentAfterwards(@TempDir Path results) throws Exception {
    SimulationLog log = stage.play(Forever.class, results);

    assertThat(log.named("ask")).hasSizeGreaterThan(5).allMatch(SimulationLog.Request::ok);
    assertThat(log.requests).hasSameSizeAs(log.named("ask"));
    assertThat(stage.events).isEmpty();
    int asked = stage.server.asked.size();
    Awaitility.await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(5))
        .until(() -> stage.server.asked.size() == asked && stage.events.isEmpty());
  }

  /** Users that turn round as fast as they can, on their event loops and without any need to wait. */
  public static final class Spinning extends Simulation {
    {
      Timeline timeline = new Timeline(Stage.current().engine);
      var spinning = scenario("spinning").exec(forever().on(timeline.await(user -> Duration.ZERO)));
      setUp(spinning.injectOpen(atOnceUsers(5))).maxDuration(1);
    }
  }

  @Test
  void spinningEndsAtTheMaximalDuration(@TempDir Path results) throws Exception {
    SimulationLog log = stage.play(Spinning.class, results);

    assertThat(log.usersStarted).isEqualTo(5);
    assertThat(stage.events).isEmpty();
  }
}
