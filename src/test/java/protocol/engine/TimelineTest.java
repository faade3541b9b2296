package protocol.engine;

import io.gatling.core.structure.ScenarioContext;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class TimelineTest {

  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void holdsUsersUntilTheirMomentAndNeverLessLong() throws Exception {
    for (int i = 0; i < 40; i++) {
      Duration offset = Duration.ofNanos(bench.engine.clock().now() + i * 397_919L);
      await(Expression.constant(offset));
      bench.next();

      assertThat(bench.engine.clock().now()).isGreaterThanOrEqualTo(offset.toNanos());
    }
    assertThat(bench.stats.responses).isEmpty();
  }

  @Test
  void aMomentThatHasPassedHoldsNobody() throws Exception {
    long before = System.nanoTime();
    await(Expression.constant(Duration.ZERO));
    bench.next();

    assertThat(System.nanoTime() - before).isLessThan(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void aMissingOffsetFailsTheUser() throws Exception {
    await(Expression.millis("#{at}"));

    assertThat(bench.next().isFailed()).isTrue();
    assertThat(bench.crashNotes()).hasSize(1);
  }

  private void await(Expression<Duration> offset) {
    ScenarioContext context = bench.context();
    new Timeline(bench.engine).await(offset).asScala().build(context, bench.exit()).$bang(bench.user());
  }
}
