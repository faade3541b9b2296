package protocol.engine;

import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.forever;
import static io.gatling.javaapi.core.CoreDsl.holdFor;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.reachRps;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.tryMax;
import static org.assertj.core.api.Assertions.assertThat;
import static protocol.engine.TinyDsl.get;
import static protocol.engine.TinyDsl.step;

/** Gatling's own flow control, checks and expressions work with our actions. */
final class FlowTest {

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  /** A block that fails, and a loop that is over in its middle. */
  public static final class Blocks extends Simulation {
    {
      var trying = scenario("trying").exec(tryMax(3).on(exec(get("broken", "/500")).exec(get("never", "/ok"))))
          .exec(get("after", "/ok"));
      var leaving = scenario("leaving").exec(asLongAs(session -> !session.contains("done"), "round", true).on(
          exec(step("finish", (turn, tiny) -> turn.end(turn.session().set("done", true)))).exec(get("never", "/ok"))))
          .exec(get("after", "/ok"));
      setUp(trying.injectOpen(atOnceUsers(1)), leaving.injectOpen(atOnceUsers(1))).protocols(Stage.current().tiny());
    }
  }

  @Test
  void tryMaxAndExitAsapAreHonoured(@TempDir Path results) throws Exception {
    SimulationLog log = stage.play(Blocks.class, results);

    assertThat(log.named("broken")).hasSize(3).allMatch(row -> row.message().equals("status 500: broken"));
    assertThat(log.named("never")).isEmpty();
    assertThat(log.named("after")).hasSize(2);
  }

  /** Checks that save, parameters that use what was saved, and a parameter that has no value. */
  public static final class Saving extends Simulation {
    {
      var saving = scenario("saving")
          .exec(
              get("look", "/json", jsonPath("$.id").saveAs("channel"), jmesPath("turn.number").ofInt().saveAs("turn")))
          .exec(get("use", "/channels/#{channel}/#{turn}"))
          .exec(get("wrong", "/json", jsonPath("$.id").is("other")))
          .exec(get("nothing", "/channels/#{nobody}"))
          .exec(get("after", "/ok"));
      setUp(saving.injectOpen(atOnceUsers(1))).protocols(Stage.current().tiny());
    }
  }

  @Test
  void checksSaveAndParametersUseWhatWasSaved(@TempDir Path results) throws Exception {
    SimulationLog log = stage.play(Saving.class, results);

    assertThat(stage.server.asked).containsExactly("/json", "/channels/c-1/4", "/json", "/ok");
    assertThat(log.named("look")).allMatch(SimulationLog.Request::ok);
    assertThat(log.named("wrong")).singleElement().satisfies(row -> assertThat(row.message()).contains("other"));
    assertThat(log.named("nothing")).isEmpty();
    assertThat(log.errors).singleElement().asString().contains("nobody");
    assertThat(stage.crashNotes()).singleElement().asString().contains("nobody");
    assertThat(log.named("after")).hasSize(1);
  }

  /** Users that would ask as fast as they can. */
  public static final class Throttled extends Simulation {
    {
      var asking = scenario("asking").exec(forever().on(get("ask", "/ok")));
      setUp(asking.injectOpen(atOnceUsers(5))).protocols(Stage.current().tiny())
          .throttle(reachRps(20).in(1), holdFor(2));
    }
  }

  @Test
  void throttlingIsHonoured(@TempDir Path results) throws Exception {
    SimulationLog log = stage.play(Throttled.class, results);

    Map<Integer, Long> perSecond = log.named("ask")
        .stream()
        .collect(Collectors.groupingBy(row -> row.start() / 1_000, Collectors.counting()));
    assertThat(log.named("ask")).hasSizeBetween(20, 65);
    assertThat(perSecond.values()).allMatch(count -> count <= 25);
  }
}
