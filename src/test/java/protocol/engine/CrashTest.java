package protocol.engine;

import history.Outcome;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static protocol.engine.TinyDsl.get;
import static protocol.engine.TinyDsl.step;

/** What goes wrong inside an action is seen in the report, and costs neither the user nor the log. */
final class CrashTest {

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  /** A throw at once, one in a callback, and a request after each. */
  public static final class Crashing extends Simulation {
    {
      var crashing = scenario("crashing").exec(step("at once", (turn, tiny) -> {
        throw new UnsupportedOperationException();
      }))
          .exec(group("outer")
              .on(step("in a callback", (turn, tiny) -> CompletableFuture.runAsync(() -> turn.onLoop(() -> {
                throw new StackOverflowError();
              })))))
          .exec(get("after", "/ok"));
      setUp(crashing.injectOpen(atOnceUsers(3))).protocols(Stage.current().tiny());
    }
  }

  @Test
  void aThrowIsAKoRowAndTheUserGoesOn(@TempDir Path results) throws Exception {
    SimulationLog log = stage.play(Crashing.class, results);

    assertThat(log.named("at once")).hasSize(3).allSatisfy(row -> {
      assertThat(row.ok()).isFalse();
      assertThat(row.message()).isEqualTo("crash: java.lang.UnsupportedOperationException");
    });
    assertThat(log.named("in a callback")).hasSize(3).allSatisfy(row -> {
      assertThat(row.groups()).containsExactly("outer");
      assertThat(row.message()).isEqualTo("crash: java.lang.StackOverflowError");
    });
    assertThat(log.groups).hasSize(3).noneMatch(SimulationLog.Group::ok);
    assertThat(log.named("after")).hasSize(3);
    assertThat(log.usersEnded).isEqualTo(3);
    assertThat(stage.crashNotes()).hasSize(6);
  }

  /** Names and messages longer than the buffer of Gatling's log. */
  public static final class Wordy extends Simulation {
    {
      String tale = "é".repeat(9_000);
      var wordy = scenario("wordy").exec(step(tale, (turn, tiny) -> {
        turn.request(tale, 0, 1, new Outcome.Refused(tale, tale));
        turn.end();
      })).exec(get("after", "/ok"));
      setUp(wordy.injectOpen(atOnceUsers(2))).protocols(Stage.current().tiny());
    }
  }

  @Test
  void longNamesAndMessagesDoNotCutTheLogOff(@TempDir Path results) throws Exception {
    SimulationLog log = stage.play(Wordy.class, results);

    assertThat(log.named("é".repeat(100))).hasSize(2).allSatisfy(row -> assertThat(row.message()).hasSize(200));
    assertThat(log.named("after")).hasSize(2);
    assertThat(log.usersEnded).isEqualTo(2);
  }
}
