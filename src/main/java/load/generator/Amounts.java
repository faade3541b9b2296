package load.generator;

import java.util.Random;

/**
 * What each participant puts into a channel, in wei: any amount of a range, both ends included.
 *
 * @param least 0 or more
 * @param most at least {@code least}, at most 10^15 (so that a seed is exact)
 */
public record Amounts(long least, long most) {

  private static final long LARGEST = 1_000_000_000_000_000L;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Amounts {
    Draw.require(least >= 0 && least <= most && most <= LARGEST,
        "amounts are a range of wei from 0 to 10^15, the lesser first: for example 5 or 100..1000");
  }

  long draw(Random random) {
    return Draw.between(least, most, random);
  }
}
