package load.generator;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** When channels are created: one small file per process. */
public interface Arrivals {

  /**
   * The time in which channels may be created.
   *
   * @param wanted how many; the mean when the process draws the number itself
   * @param length in milliseconds, above 0
   * @param stay the least time from a channel's create to its close, in milliseconds
   * @param end when everything is over, in milliseconds from the start of the window
   */
  record Window(int wanted, long length, long stay, long end) {}

  /**
   * A channel's create.
   *
   * @param offset from the start of the window, in milliseconds
   * @param departure when it must be closed, on the same scale, not before {@code offset + stay} and not after
   *     the end; empty when that is left to others
   */
  record Arrival(long offset, OptionalLong departure) {

    static Arrival at(long offset) {
      return new Arrival(offset, OptionalLong.empty());
    }
  }

  /** The arrivals, none of them after the window, in any order. */
  List<Arrival> over(Window window, Random random);

  /** Whether there are always exactly as many as wanted. */
  default boolean isExact() {
    return true;
  }
}
