package report;

import history.Invocation;
import history.Operation;
import history.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import report.RunSummary.Percentiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class LatencyTest {

  @TempDir
  private Path folder;

  private final LatencyRecorder latencies = new LatencyRecorder((_, _, _) -> {});

  private Percentiles percentiles(String phase, String measure) {
    return Percentiles.of(latencies.whole().get(new Series(Runs.KIND, phase, measure)));
  }

  @Test
  void percentilesAreThoseOfTheData() {
    for (int ms = 1; ms <= 1000; ms++) {
      latencies.record(Runs.ended(Runs.asked(ms, 0), ms, Outcome.OK));
    }
    Percentiles service = percentiles("total", "service");
    assertThat(service.count()).isEqualTo(1000);
    assertThat((double) service.p50()).isCloseTo(500_000, within(500.0));
    assertThat((double) service.p90()).isCloseTo(900_000, within(900.0));
    assertThat((double) service.p99()).isCloseTo(990_000, within(990.0));
    assertThat((double) service.p999()).isCloseTo(999_000, within(999.0));
    assertThat((double) service.max()).isCloseTo(1_000_000, within(1000.0));
  }

  @Test
  void eachSeriesHasItsOwnZero() {
    latencies.record(Runs.ended(Runs.asked(1, 500), 10, Outcome.OK));
    assertThat(percentiles("total", "service").max()).isCloseTo(10_000L, within(8L)); // three digits
    assertThat(percentiles("total", "response").max()).isCloseTo(13_000L, within(8L));
    assertThat(percentiles("total", "lag").max()).isCloseTo(2_000L, within(1L));
    assertThat(percentiles("total", "gated").max()).isCloseTo(1_000L, within(1L));
    assertThat(percentiles("call", "service").max()).isCloseTo(5_000L, within(4L));
    assertThat(percentiles("call", "response").max()).isCloseTo(8_000L, within(4L));
  }

  @Test
  void failuresCountAndTheUnmeasuredDoNot() {
    latencies.record(Runs.ended(Runs.asked(1, 0), 10, new Outcome.Unknown("timeout", "")));
    Invocation warmUp = new Invocation(2, 1, Runs.KIND, "", false, 0, 0, 0, Runs.head().value());
    latencies.record(Runs.ended(warmUp, 10, Outcome.OK));
    assertThat(percentiles("total", "service").count()).isEqualTo(1);
  }

  @Test
  void whatDidNotWaitHasNoGatedSeries() {
    latencies.record(new Operation(new Invocation(2, 1, Runs.KIND, "", true, 5, 5, 5, Runs.head().value()), 9,
        List.of(), Outcome.OK, Runs.head().value()));
    assertThat(latencies.whole()).doesNotContainKey(new Series(Runs.KIND, "total", "gated"));
  }

  @Test
  void moreThanAnHourCountsAsAnHour() {
    latencies.record(Runs.ended(Runs.asked(1, 0), 7_200_000, Outcome.OK));
    assertThat((double) percentiles("total", "service").max()).isCloseTo(3.6e9, within(3.6e6));
  }

  @Test
  void theLogHoldsEverySecondAndItsSumIsTheWhole() throws IOException {
    Path file = folder.resolve("latency.hlog");
    LatencyRecorder recorder;
    try (LatencyLog log = LatencyLog.create(file)) {
      log.begin(1_700_000_000_000L);
      recorder = new LatencyRecorder(log::write);
      for (int i = 0; i < 300; i++) {
        recorder.record(Runs.ended(Runs.asked(i, i * 10L), 1 + i % 50, Outcome.OK));
      }
      recorder.finish();
    }
    assertThat(LatencyLog.totals(file)).isEqualTo(recorder.whole());
    List<Long> starts = new ArrayList<>();
    LatencyLog.read(file, (series, histogram) -> {
      if (series.measure().equals("lag")) {
        starts.add(histogram.getStartTimeStamp());
      }
    });
    assertThat(starts).containsExactly(1_700_000_000_000L, 1_700_000_001_000L, 1_700_000_002_000L, 1_700_000_003_000L);
    assertThat(Files.readString(file)).contains("Tag=create+channel/total/service,");
  }

  @Test
  void theLogsOfTwoHalvesAddUpToTheWhole() throws IOException {
    Map<Series, Histogram> whole = totals("whole", 0, 1);
    Map<Series, Histogram> sum = totals("even", 0, 2);
    totals("odd", 1, 2).forEach((series, histogram) -> sum.get(series).add(histogram));
    assertThat(sum).isEqualTo(whole);
  }

  private Map<Series, Histogram> totals(String name, int from, int step) throws IOException {
    Path file = folder.resolve(name);
    try (LatencyLog log = LatencyLog.create(file)) {
      LatencyRecorder recorder = new LatencyRecorder(log::write);
      for (int i = from; i < 500; i += step) {
        recorder.record(Runs.ended(Runs.asked(i, i * 7L), 1 + i % 90, Outcome.OK));
      }
      recorder.finish();
    }
    return LatencyLog.totals(file);
  }
}
