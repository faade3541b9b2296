package history;

import java.time.Duration;
import java.time.Instant;

/**
 * The run's zero, shared by every virtual user of an injector, and by injectors when zero is given as epoch milliseconds.
 *
 * @param zeroNanos {@link System#nanoTime()} at zero
 * @param zero the wall clock at zero
 */
public record RunClock(long zeroNanos, Instant zero) {

  /** A clock whose zero is now. */
  public static RunClock startingNow() {
    return startingAt(Instant.now());
  }

  /** A clock whose zero is the given instant, in the past or in the future. */
  public static RunClock startingAt(Instant zero) {
    Duration ahead = Duration.between(Instant.now(), zero);
    return new RunClock(System.nanoTime() + ahead.toNanos(), zero);
  }

  /** Nanoseconds since zero; negative before it. */
  public long now() {
    return System.nanoTime() - zeroNanos;
  }

  /** The wall clock at an offset of so many nanoseconds. */
  public Instant instant(long nanos) {
    return zero.plusNanos(nanos);
  }
}
