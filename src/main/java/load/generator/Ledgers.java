package load.generator;

import java.time.Duration;

/**
 * The ledger channels of a load; they are created in its first five seconds (of a load below 50 s: in its first tenth), and never
 * closed.
 *
 * @param count from 1 to 1,000
 * @param delay the least time from a ledger's create to the first channel that it funds
 * @param amount what each participant puts in, in wei, above 0
 */
public record Ledgers(int count, Duration delay, long amount) {

  private static final long CREATED_WITHIN = 5000;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one is out of range
   */
  public Ledgers {
    Draw.require(count >= 1 && count <= 1000, "a number of ledger channels is from 1 to 1000");
    Draw.require(!delay.isNegative() && delay.toMillis() <= Volume.LONGEST, "a ledger delay is from 0s to 24h");
    Draw.require(amount > 0, "an amount of a ledger channel is above 0 wei");
  }

  /** When the last is created at the latest, in milliseconds. */
  static long createdBy(Volume volume) {
    return Math.min(CREATED_WITHIN, volume.span() / 10);
  }
}
