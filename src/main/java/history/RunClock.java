package history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The run's zero, shared by every virtual user of an injector, and by injectors when zero is given as epoch milliseconds.
 *
 * <p>Zero may be moved while a run is being set up; once virtual users are started it stands still.
 */
public final class RunClock {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private long zeroNanos;
  private long zeroEpochNanos;
  private Instant zero;

  private RunClock(long zeroNanos, Instant zero) {
    this.zeroNanos = zeroNanos;
    this.zeroEpochNanos = epochNanos(zero);
    this.zero = zero;
  }

  /** A clock whose zero is now. */
  public static RunClock startingNow() {
    return startingAt(Instant.now());
  }

  /** A clock whose zero is the given instant, in the past or in the future. */
  public static RunClock startingAt(Instant zero) {
    return new RunClock(nanosAt(zero), zero);
  }

  /** Moves zero, before any virtual user is started. */
  public void moveTo(Instant newZero) {
    zeroNanos = nanosAt(newZero);
    zeroEpochNanos = epochNanos(newZero);
    zero = newZero;
  }

  /** Nanoseconds since zero; negative before it. */
  public long now() {
    return System.nanoTime() - zeroNanos;
  }

  /** A reading of {@link System#nanoTime()} as nanoseconds since zero. */
  public long at(long nanoTime) {
    return nanoTime - zeroNanos;
  }

  /** The wall clock at zero. */
  public Instant zero() {
    return zero;
  }

  /** The wall clock at an offset of so many nanoseconds, in whole milliseconds since the epoch. */
  public long epochMillis(long nanos) {
    return Math.floorDiv(zeroEpochNanos + nanos, NANOS_PER_MILLI);
  }

  /** Until the year 2262. */
  private static long epochNanos(Instant instant) {
    return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
  }

  private static long nanosAt(Instant instant) {
    return System.nanoTime() + Duration.between(Instant.now(), instant).toNanos();
  }
}
