package protocol.engine;

import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import protocol.engine.TinyProtocol.Tiny;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exitHere;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static protocol.engine.TinyDsl.get;

/** Scenarios share what a protocol opened; it is closed once. */
final class SharingTest {

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  /** Two scenarios with equal settings, one of which leaves early. */
  public static final class Two extends Simulation {
    {
      var one = scenario("one").exec(get("one", "/#{greeted}"));
      var two = scenario("two").exec(get("two", "/ok")).exec(exitHere()).exec(get("never", "/ok"));
      setUp(one.injectOpen(atOnceUsers(3)).protocols(Stage.current().tiny()),
          two.injectOpen(atOnceUsers(4)).protocols(Stage.current().tiny()));
    }
  }

  @Test
  void twoScenariosShareOneClient(@TempDir Path results) throws Exception {
    for (AtomicInteger counter : List.of(Tiny.OPENED, Tiny.CLOSED, Tiny.BEGAN, Tiny.LEFT)) {
      counter.set(0);
    }
    SimulationLog log = stage.play(Two.class, results);

    assertThat(log.requests).hasSize(7).allMatch(SimulationLog.Request::ok);
    assertThat(stage.server.asked).contains("/true"); // what onStart put into the session
    assertThat(Tiny.OPENED).hasValue(1);
    assertThat(Tiny.CLOSED).hasValue(1);
    assertThat(Tiny.BEGAN).hasValue(7);
    assertThat(Tiny.LEFT).hasValue(7);
  }
}
