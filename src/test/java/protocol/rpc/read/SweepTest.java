package protocol.rpc.read;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import history.History;
import history.Invocation;
import history.Operation;
import history.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class SweepTest {

  private static final Outcome SILENCE = new Outcome.Unknown("timeout", "no answer in time");

  private final Sweep sweep = Sweep.between(100, 800, 4, Duration.ofSeconds(1));
  private final List<Operation> operations = new ArrayList<>();
  private long within = TimeUnit.SECONDS.toNanos(1);

  /** A step of which so many were sent, each of which took so long; one in so many of them failed, 0 for none. */
  private SweepTest step(int number, int sent, Duration took, int failing) {
    Sweep.Step step = sweep.steps().get(number - 1);
    for (int i = 0; i < sent; i++) {
      long started = TimeUnit.SECONDS.toNanos(10L * number) + within * i / sent;
      Outcome outcome = failing > 0 && i % failing == 0 ? SILENCE : Outcome.OK;
      long ended = started + took.toNanos();
      Invocation asked = new Invocation(i, i, step.name(), "", true, started, started, started,
          JsonNodeFactory.instance.objectNode());
      operations.add(asked.ended(ended, List.of(), outcome, NullNode.getInstance()));
      sweep.took(step.name(), new Told(List.of(), outcome, started, ended));
    }
    return this;
  }

  private String knee() {
    return sweep.remarks(History.of(operations, List.of())).getLast();
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void ratesRiseByTheSameFactor() {
    assertThat(sweep.steps()).extracting(Sweep.Step::name).containsExactly("step 01", "step 02", "step 03", "step 04");
    assertThat(sweep.steps()).extracting(Sweep.Step::rate).containsExactly(100.0, 200.0, 400.0, 800.0);
    assertThat(Sweep.between(50, 90, 1, Duration.ofSeconds(1)).steps()).extracting(Sweep.Step::rate)
        .containsExactly(50.0);
  }

  @Test
  void theKneeIsTheLastGoodStep() {
    step(1, 100, millis(5), 0).step(2, 200, millis(20), 0).step(3, 400, millis(140), 0).step(4, 800, millis(300), 0);
    assertThat(knee()).startsWith("the knee is at 200.0 requests per second (step 02)")
        .endsWith("step 03 was too much: too slow");
    assertThat(sweep.remarks(History.of(operations, List.of()))).hasSize(6)
        .anySatisfy(
            row -> assertThat(row).matches("step 02 +200\\.0 +200\\.0 +200\\.0 +20\\.0\\d +20\\.0\\d +0  good"));
  }

  @Test
  void oneBadStepAmongGoodOnesIsNoKnee() {
    step(1, 100, millis(5), 0).step(2, 200, millis(500), 0).step(3, 400, millis(20), 0).step(4, 800, millis(300), 0);
    assertThat(knee()).startsWith("the knee is at 400.0 requests per second (step 03)");
    assertThat(sweep.goesOn(sweep.steps().get(3))).isTrue();
  }

  @Test
  void errorsAndAnswersThatComeTooLateAndAnInjectorThatIsTooSlowAreNoGood() {
    step(1, 100, millis(5), 50);
    assertThat(sweep.remarks(History.of(operations, List.of()))).anySatisfy(row -> assertThat(row).contains("errors"));
    assertThat(knee()).startsWith("no knee: no step was good").endsWith("begin lower with -Dfrom=");
    step(2, 120, millis(5), 0);
    assertThat(sweep.remarks(History.of(operations, List.of())))
        .anySatisfy(row -> assertThat(row).contains("not sent: the injector is the limit"));
    within = TimeUnit.MILLISECONDS.toNanos(1_300);
    step(4, 800, millis(5), 0);
    assertThat(sweep.remarks(History.of(operations, List.of()))).anySatisfy(
        row -> assertThat(row).matches("step 04 +800\\.0 +61\\d\\.\\d .* not sent: the injector is the limit"));
    within = TimeUnit.SECONDS.toNanos(1);
    step(3, 400, millis(700), 0);
    assertThat(sweep.remarks(History.of(operations, List.of())))
        .anySatisfy(row -> assertThat(row).contains("not reached"));
  }

  @Test
  void behindTwoStepsThatWereTooMuchNothingMoreIsAsked() {
    step(1, 100, millis(5), 0).step(2, 200, millis(500), 0);
    assertThat(sweep.goesOn(sweep.steps().get(2))).isTrue();
    step(3, 400, millis(500), 0);
    assertThat(sweep.goesOn(sweep.steps().get(3))).isFalse();
    assertThat(knee()).startsWith("the knee is at 100.0").endsWith("left out behind it: 1");
  }

  @Test
  void aNodeThatIsFasterThanAskedHasNoKnee() {
    for (int i = 1; i <= 4; i++) {
      step(i, 50 << i, millis(5), 0);
    }
    assertThat(knee()).startsWith("no knee up to 800.0 requests per second (step 04)").endsWith("with -Dto=");
  }
}
