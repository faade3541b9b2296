package contract;

import java.math.BigInteger;

/**
 * What the adjudicator remembers of a channel.
 *
 * @param turnNumRecord the highest turn it has seen supported; 0 when it has seen none
 * @param finalizesAt when the channel ends or has ended, in seconds since 1970; 0 while no challenge runs. A channel that
 *     has been paid out in full is forgotten, and so 0 again
 */
public record Status(long turnNumRecord, long finalizesAt) {

  private static final int TIMES_AT = 160;
  private static final int TIME_BITS = 48;
  private static final long TIME_MASK = (1L << TIME_BITS) - 1;

  /** Reads the word of {@link Adjudicator#statusOf}, 32-byte hex with 0x. */
  static Status of(String word) {
    BigInteger times = new BigInteger(word.substring(2), 16).shiftRight(TIMES_AT);
    return new Status(times.shiftRight(TIME_BITS).longValueExact(), times.longValue() & TIME_MASK);
  }
}
