package load.generator;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import load.generator.Arrivals.Arrival;
import load.generator.Arrivals.Window;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class ArrivalsTest {

  private static final long MINUTE = 60_000;
  private static final Window THOUSAND = new Window(1000, MINUTE, 2000, MINUTE + 2000);

  @Test
  void uniformSpreadsOverTheWholeWindow() {
    List<Long> offsets = offsets(new Uniform());
    assertThat(offsets).hasSize(1000).allMatch(offset -> offset >= 0 && offset <= MINUTE);
    assertThat(before(offsets, MINUTE / 2)).isBetween(440L, 560L);
  }

  @Test
  void constantKeepsTheSameGap() {
    assertThat(offsets(new Constant())).hasSize(1000).startsWith(0L, 60L, 120L).endsWith(MINUTE - 60);
  }

  @Test
  void poissonHasExponentialGaps() {
    List<Long> offsets = offsets(new Poisson());
    assertThat(offsets).hasSizeBetween(900, 1100).isSorted().allMatch(offset -> offset <= MINUTE);
    long longGaps = LongStream.range(1, offsets.size())
        .filter(i -> offsets.get((int) i) - offsets.get((int) i - 1) > 120)
        .count();
    // Twice the mean is exceeded by one gap in e^2.
    assertThat((double) longGaps / offsets.size()).isBetween(0.1, 0.17);
  }

  @Test
  void rampRisesFromNothing() {
    List<Long> offsets = offsets(new Ramp());
    assertThat(offsets).hasSize(1000).allMatch(offset -> offset <= MINUTE);
    assertThat(before(offsets, MINUTE / 2)).isEqualTo(250);
  }

  @Test
  void burstsComeAtOnce() {
    List<Long> offsets = offsets(new Burst(300));
    assertThat(offsets).hasSize(1000);
    assertThat(offsets.stream().distinct()).containsExactly(0L, 15_000L, 30_000L, 45_000L);
  }

  @Test
  void churnComesAndGoesWithinItsCapacity() {
    List<Arrival> arrivals = new Churn(Duration.ofSeconds(5), 0.3, 60).over(THOUSAND, new Random(1));
    assertThat(arrivals).hasSizeBetween(60, 1000);
    assertThat(arrivals.stream().map(Arrival::departure).flatMapToLong(OptionalLong::stream)).isNotEmpty()
        .allMatch(departure -> departure <= THOUSAND.end());
    assertThat(arrivals).allMatch(arrival -> arrival.departure().orElse(MINUTE * 2) >= arrival.offset() + 2000);
    for (long now = 0; now <= MINUTE; now += 500) {
      assertThat(open(arrivals, now)).isLessThanOrEqualTo(60);
    }
    assertThat(open(arrivals, MINUTE / 2)).isGreaterThan(30);
  }

  @Test
  void aChurnThatRemovesEverythingKeepsNothingForTwoEpochs() {
    List<Arrival> arrivals = new Churn(Duration.ofSeconds(5), 1, 1000).over(THOUSAND, new Random(1));
    assertThat(arrivals.stream().filter(arrival -> arrival.offset() < MINUTE - 10_000)).isNotEmpty()
        .allMatch(arrival -> arrival.departure().orElseThrow() / 5000 == arrival.offset() / 5000 + 1);
  }

  @Test
  void theSameSeedGivesTheSameArrivals() {
    for (Arrivals process : List.of(new Uniform(), new Poisson(), new Churn(Duration.ofSeconds(5), 0.3, 60))) {
      assertThat(process.over(THOUSAND, new Random(3))).isEqualTo(process.over(THOUSAND, new Random(3)))
          .isNotEqualTo(process.over(THOUSAND, new Random(4)));
    }
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new Burst(0)).hasMessageContaining("give 1 or more");
    assertThatThrownBy(() -> new Churn(Duration.ZERO, 0.3, 60)).hasMessageContaining("at least 1ms");
    assertThatThrownBy(() -> new Churn(Duration.ofSeconds(1), 0, 60)).hasMessageContaining("above 0 and at most 1");
    assertThatThrownBy(() -> new Churn(Duration.ofSeconds(1), 0.3, 0)).hasMessageContaining("give 1 or more");
  }

  private static List<Long> offsets(Arrivals process) {
    return process.over(THOUSAND, new Random(1)).stream().map(Arrival::offset).toList();
  }

  private static long before(List<Long> offsets, long moment) {
    return offsets.stream().filter(offset -> offset < moment).count();
  }

  private static long open(List<Arrival> arrivals, long now) {
    return arrivals.stream()
        .filter(arrival -> arrival.offset() <= now && arrival.departure().orElse(Long.MAX_VALUE) > now)
        .count();
  }
}
