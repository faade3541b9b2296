package protocol.engine;

import history.Invocation;
import history.Operation;
import history.Outcome;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIfFailed;
import static io.gatling.javaapi.core.CoreDsl.forever;
import static io.gatling.javaapi.core.CoreDsl.holdFor;
import static io.gatling.javaapi.core.CoreDsl.reachRps;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.tryMax;
import static io.gatling.javaapi.http.HttpDsl.http;
import static org.assertj.core.api.Assertions.assertThat;
import static protocol.engine.Watched.ask;
import static protocol.engine.Watched.plainHttp;

/** Observed requests in blocks, loops and at the end of a run: what was begun is ended, once. */
final class ObservedFlowTest {

  @RegisterExtension
  final Watched watched = new Watched();

  @TempDir
  private Path results;

  /** Blocks that end in the middle of an operation. */
  public static final class Blocks extends Simulation {
    {
      var trying = scenario("trying").exec(tryMax(3).on(exec(ask("broken", "/500")).exec(ask("skipped", "/ok"))));
      var failing = scenario("failing").exec(ask("fails", "/404")).exec(exitHereIfFailed()).exec(ask("skipped", "/ok"));
      long begun = System.nanoTime();
      var leaving = scenario("leaving")
          .exec(asLongAs(session -> System.nanoTime() - begun < Duration.ofSeconds(1).toNanos(), "round", true)
              .on(ask("slow", "/slow")))
          .exec(ask("after", "/ok"));
      setUp(Stream.of(trying, failing, leaving).map(scenario -> scenario.injectOpen(atOnceUsers(1))).toList())
          .protocols(Stage.current().tiny(), plainHttp());
    }
  }

  @Test
  void whatWasBegunIsEndedWhateverBecomesOfItsBlock() throws Exception {
    watched.stage.play(Blocks.class, results);

    assertThat(watched.operations("broken")).hasSize(3);
    assertThat(watched.operations("skipped")).isEmpty();
    assertThat(watched.operations("fails")).hasSize(1);
    assertThat(watched.operations("slow")).isNotEmpty();
    assertThat(watched.operations("after")).hasSize(1);
  }

  /** Users that would ask for ever. */
  public static final class Forever extends Simulation {
    {
      setUp(scenario("asking").exec(forever().on(exec(ask("one", "/ok")).exec(ask("other", "/404"))))
          .injectOpen(atOnceUsers(5))).protocols(Stage.current().tiny(), plainHttp()).maxDuration(1);
    }
  }

  @Test
  void operationsComeInTurnUntilTheRunIsCutShort() throws Exception {
    watched.stage.play(Forever.class, results);

    List<Operation> ended = watched.ended().toList();
    assertThat(ended).hasSizeGreaterThan(20)
        .extracting(operation -> operation.invocation().id())
        .doesNotHaveDuplicates();
    assertThat(watched.stage.events.stream().filter(Invocation.class::isInstance).count() - ended.size()).isBetween(0L,
        5L);
    assertThat(ended).allMatch(operation -> operation.ok() == operation.kind().equals("one"));
    assertThat(watched.stage.crashNotes()).isEmpty();
  }

  /** As many requests as the throttler lets pass. */
  public static final class Throttled extends Simulation {
    {
      setUp(scenario("asking").exec(forever().on(ask("one", "/ok"))).injectOpen(atOnceUsers(5)))
          .protocols(Stage.current().tiny(), plainHttp())
          .throttle(reachRps(20).in(1), holdFor(1));
    }
  }

  @Test
  void whatIsThrottledHasNotBegun() throws Exception {
    watched.stage.play(Throttled.class, results);

    long begun = watched.stage.events.stream().filter(Invocation.class::isInstance).count();
    assertThat(begun).isBetween(10L, 45L);
    assertThat(begun - watched.ended().count()).as("all five wait when the run is over").isLessThan(5);
  }

  /** The second request finds that its connection breaks. */
  public static final class Twice extends Simulation {
    {
      var writing = scenario("writing").exec(ask("first", "/once")).exec(ask("second", "/once"));
      var reading = scenario("reading").exec(ask("first", "/once"))
          .exec(TinyProtocol.KEY.observed("read", http("read").get("/once")).repeatable());
      setUp(writing.injectOpen(atOnceUsers(1)), reading.injectOpen(atOnceUsers(1))).protocols(Stage.current().tiny(),
          plainHttp());
    }
  }

  @Test
  void onlyReadsAreSentTwice() throws Exception {
    watched.stage.play(Twice.class, results);

    assertThat(watched.operation("second").outcome()).isInstanceOf(Outcome.Unknown.class);
    assertThat(watched.operation("read").ok()).isTrue();
    assertThat(watched.stage.server.asked).as("two to begin with, one that broke, one that broke and was repeated")
        .hasSize(5);
  }
}
