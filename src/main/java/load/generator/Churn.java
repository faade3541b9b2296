package load.generator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Channels come and go in epochs, as a payment hub sees it: a geometric number is added in each, and each open channel is removed with a
 * fixed probability in each epoch after its own. No more are open at once than the hub has room for.
 */
public final class Churn implements Arrivals {

  private final long epoch;
  private final double removal;
  private final int capacity;

  /**
   * A churn.
   *
   * @param epoch at least 1 ms
   * @param removal the probability that an open channel is removed in an epoch, above 0 and at most 1
   * @param capacity how many channels may be open at once, at least 1
   */
  public Churn(Duration epoch, double removal, int capacity) {
    Draw.require(epoch.toMillis() >= 1, "an epoch lasts at least 1ms");
    Draw.require(removal > 0 && removal <= 1, "the probability of removal is above 0 and at most 1, not " + removal);
    Draw.require(capacity >= 1, "a capacity of " + capacity + " lets no channel in: give 1 or more");
    this.epoch = epoch.toMillis();
    this.removal = removal;
    this.capacity = capacity;
  }

  @Override
  public List<Arrival> over(Window window, Random random) {
    int epochs = Math.toIntExact(Math.ceilDiv(window.length(), epoch));
    int[] leaving = new int[epochs];
    List<Arrival> arrivals = new ArrayList<>();
    int open = 0;
    for (int now = 0; now < epochs; now++) {
      open -= leaving[now];
      long start = now * epoch;
      long length = Math.min(epoch, window.length() - start);
      double mean = (double) window.wanted() * length / window.length();
      long added = Math.min(geometric(mean / (1 + mean), random), capacity - open);
      for (long i = 0; i < added; i++) {
        long offset = start + Draw.between(0, length, random);
        long last = now + 1 + geometric(1 - removal, random);
        OptionalLong departure = departure(offset, last, window, random);
        // Its place is free from the epoch after.
        long free = departure.orElse(Long.MAX_VALUE / 2) / epoch + 1;
        if (free < epochs) {
          leaving[(int) free]++;
        }
        arrivals.add(new Arrival(offset, departure));
      }
      open += (int) added;
    }
    return arrivals;
  }

  @Override
  public boolean isExact() {
    return false;
  }

  /** A moment of its last epoch; none when everything is over before. */
  private OptionalLong departure(long offset, long last, Window window, Random random) {
    long at = Math.max(offset + window.stay(), Draw.between(last * epoch, (last + 1) * epoch - 1, random));
    return at <= window.end() ? OptionalLong.of(at) : OptionalLong.empty();
  }

  /** How many times in a row something of this probability happens. */
  private static long geometric(double probability, Random random) {
    if (probability <= 0) {
      return 0;
    }
    return (long) (StrictMath.log(1 - random.nextDouble()) / StrictMath.log(probability));
  }
}
