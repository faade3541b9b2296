package load.generator;

import java.time.Duration;

/**
 * The updates of each channel; the participants move in turn, and the creator first.
 *
 * @param perChannel from 0 to 10,000
 * @param within the longest time from one to the next
 */
public record Updates(int perChannel, Duration within) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one is out of range
   */
  public Updates {
    Draw.require(perChannel >= 0 && perChannel <= 10_000, "a number of updates is from 0 to 10000");
    Draw.require(!within.isNegative() && within.toMillis() <= Volume.LONGEST, "an update time is from 0s to 24h");
  }

  /** The longest time that all of them take, in milliseconds. */
  long longest() {
    return perChannel * within.toMillis();
  }
}
