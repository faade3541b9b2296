package report;

import history.Invocation;
import history.Operation;
import history.Phase;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Counts latencies, in microseconds with three digits, from 1 µs to 1 h: per request and phase, for the whole run and for each second.
 *
 * <p>Every measured operation that ended is counted, whatever its outcome: a time-out that were left out would flatter the percentiles.
 * For one thread.
 */
final class LatencyRecorder {

  private static final long HOUR = TimeUnit.HOURS.toMicros(1);
  private static final int DIGITS = 3;

  private final IntervalSink sink;
  private final Map<Series, Histogram> whole = new HashMap<>();
  private final Map<Series, Histogram> current = new HashMap<>();
  private long second = Long.MIN_VALUE;

  /** Where the latencies of each second go. */
  @FunctionalInterface
  interface IntervalSink {

    /** Takes the latencies of the operations that ended in a second since zero; must not keep the histogram. */
    void take(long second, Series series, Histogram histogram);
  }

  LatencyRecorder(IntervalSink sink) {
    this.sink = sink;
  }

  /** The layout that all histograms share, so that they can be added up. */
  static Histogram histogram() {
    return new Histogram(1, HOUR, DIGITS);
  }

  void record(Operation operation) {
    if (!operation.invocation().measured()) {
      return;
    }
    turnTo(Math.floorDiv(operation.ended(), TimeUnit.SECONDS.toNanos(1)));
    Invocation invocation = operation.invocation();
    String kind = operation.kind();
    count(new Series(kind, Series.TOTAL, Series.SERVICE), operation.service());
    count(new Series(kind, Series.TOTAL, Series.RESPONSE), operation.response());
    count(new Series(kind, Series.TOTAL, Series.LAG), operation.lag());
    if (operation.gated() >= TimeUnit.MICROSECONDS.toNanos(1)) {
      count(new Series(kind, Series.TOTAL, Series.GATED), operation.gated());
    }
    for (Phase phase : operation.phases()) {
      count(new Series(kind, phase.name(), Series.SERVICE), phase.ended() - phase.started());
      count(new Series(kind, phase.name(), Series.RESPONSE), phase.ended() - invocation.intended());
    }
  }

  /** Hands out what was counted since the last whole second. */
  void finish() {
    new TreeMap<>(current).forEach((series, histogram) -> {
      if (histogram.getTotalCount() > 0) {
        sink.take(second, series, histogram);
        histogram.reset();
      }
    });
  }

  /** The latencies of the whole run so far, in order. */
  Map<Series, Histogram> whole() {
    return new TreeMap<>(whole);
  }

  /** An operation that comes late, from another thread, is counted in the second that is running: time never goes back. */
  private void turnTo(long next) {
    if (next > second) {
      finish();
      second = next;
    }
  }

  private void count(Series series, long nanos) {
    long micros = Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, HOUR);
    whole.computeIfAbsent(series, _ -> histogram()).recordValue(micros);
    current.computeIfAbsent(series, _ -> histogram()).recordValue(micros);
  }
}
