package simulations.checkout;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Whatever is drawn in a run, with its seed. One at a time, since virtual users draw on several event loops. */
final class Dice {

  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /** A whole number, both ends included. */
  synchronized int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  /** Any of these, each as likely as the others. */
  synchronized <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** The place of a weight among the others, as likely as the weight is heavy. */
  synchronized int weighted(double[] cumulated) {
    double drawn = random.nextDouble() * cumulated[cumulated.length - 1];
    int found = Arrays.binarySearch(cumulated, drawn);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Weights, summed up from the first, for {@link #weighted}. */
  static double[] cumulated(double... weights) {
    double[] sums = weights.clone();
    Arrays.parallelPrefix(sums, Double::sum);
    return sums;
  }

  /** The weights of so many places by Zipf's law: the second is drawn half as often as the first, at an exponent of 1. */
  static double[] zipf(int places, double exponent) {
    return cumulated(IntStream.rangeClosed(1, places).mapToDouble(place -> 1 / Math.pow(place, exponent)).toArray());
  }
}
