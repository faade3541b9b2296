package protocol.rpc.read;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What came of one step of a sweep. Not safe for threads. */
final class StepFigures {

  /** Whoever reaches so much of a rate has reached it: the first and the last second are never quite full. */
  private static final double REACHED = 0.95;
  private static final double ERRORS = 0.01;

  private final Sweep.Step step;
  private final Duration length;
  private final Duration limit;
  private final Histogram latencies = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long sent;
  private long answered;
  private long inTime;

  StepFigures(Sweep.Step step, Duration length, Duration limit) {
    this.step = step;
    this.length = length;
    this.limit = limit;
  }

  /** A request has ended; times in nanoseconds since the run's zero. */
  void took(long started, long ended, boolean ok) {
    first = Math.min(first, started);
    last = Math.max(last, started);
    sent++;
    long micros = TimeUnit.NANOSECONDS.toMicros(ended - started);
    latencies.recordValue(Math.clamp(micros, 0, latencies.getHighestTrackableValue()));
    if (ok) {
      answered++;
      inTime += ended - first <= length.plus(limit).toNanos() ? 1 : 0;
    }
  }

  /** Whether anything was asked. */
  boolean isThere() {
    return sent > 0;
  }

  /** Answers per second that came while the step lasted. */
  private double reached() {
    return perSecond(inTime);
  }

  /** Requests per second that were sent. */
  private double sent() {
    return perSecond(sent);
  }

  /** Why the step was too much; empty when it was not. */
  String failure() {
    if (sent() < REACHED * step.rate()) {
      return "not sent: the injector is the limit";
    } else if (sent - answered > ERRORS * sent) {
      return "errors";
    } else if (reached() < REACHED * step.rate()) {
      return "not reached";
    }
    return latencies.getValueAtPercentile(99) > TimeUnit.NANOSECONDS.toMicros(limit.toNanos()) ? "too slow" : "";
  }

  /** A row of the table. */
  String row() {
    String failure = failure();
    return String.format(Locale.ROOT, "%-10s %10.1f %10.1f %10.1f %10.2f %10.2f %9d  %s", step.name(), step.rate(),
        sent(), reached(), millis(50), millis(99), sent - answered, failure.isEmpty() ? "good" : failure);
  }

  static String head() {
    return String.format(Locale.ROOT, "%-10s %10s %10s %10s %10s %10s %9s", "step", "asked/s", "sent/s", "reached/s",
        "p50 ms", "p99 ms", "errors");
  }

  private double millis(double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1000.0;
  }

  /** An injector that cannot keep up takes longer to send than the step was to last. */
  private double perSecond(long count) {
    return (double) count * TimeUnit.SECONDS.toNanos(1) / Math.max(length.toNanos(), last - first);
  }
}
