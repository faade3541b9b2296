package load.generator;

import java.time.Duration;
import java.util.Optional;

/**
 * The ledger channels of a load; they are never closed.
 *
 * @param count from 1 to 1,000
 * @param delay the least time from a ledger's create to the first channel that it funds
 * @param amount what each participant puts in, in wei, above 0
 * @param within all are created within this time from the start, 1 ms or more; by default {@link #usualTime}
 */
public record Ledgers(int count, Duration delay, long amount, Optional<Duration> within) {

  private static final long CREATED_WITHIN = 5000;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one is out of range
   */
  public Ledgers {
    Draw.require(count >= 1 && count <= 1000, "a number of ledger channels is from 1 to 1000, not " + count);
    Draw.require(!delay.isNegative() && delay.toMillis() <= Volume.LONGEST, "a ledger delay is from 0s to 24h");
    Draw.require(amount > 0, "an amount of a ledger channel is above 0 wei");
  }

  /** Ledger channels that are created within the usual time. */
  public Ledgers(int count, Duration delay, long amount) {
    this(count, delay, amount, Optional.empty());
  }

  /** The time within which ledger channels are created when none is given: five seconds, or a tenth of a load below 50 s. */
  public static Duration usualTime(Volume volume) {
    return Duration.ofMillis(Math.min(CREATED_WITHIN, volume.span() / 10));
  }

  /**
   * When the last is created at the latest, in milliseconds.
   *
   * @throws IllegalArgumentException when the load is over by then
   */
  long createdBy(Volume volume) {
    long latest = within.orElseGet(() -> usualTime(volume)).toMillis();
    Draw.require(within.isEmpty() || latest >= 1 && latest <= volume.span(),
        "a ledger time is from 1ms to the load's " + volume.span() + "ms");
    return latest;
  }
}
