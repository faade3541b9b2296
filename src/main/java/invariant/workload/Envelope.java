package invariant.workload;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/**
 * Between which values a counter lies at each moment, as far as the additions tell: what has certainly happened, and what may have.
 *
 * <p>A window's bounds are the lowest low and the highest high of its moments. Going through time once, the candidates for each are kept as a
 * stack that only falls, or only rises, so that a window is one binary search.
 */
final class Envelope {

  /** The end of an addition that nobody has answered. */
  static final long NEVER = Long.MAX_VALUE;

  private final LongArrayList moments = new LongArrayList();
  private final LongArrayList lows = new LongArrayList();
  private final LongArrayList highs = new LongArrayList();
  private long size;

  /** Takes the bounds of a window. */
  @FunctionalInterface
  interface Bounds {
    /** A window, and between which values the counter lies in it. */
    void are(int window, long least, long most);
  }

  long size() {
    return size;
  }

  /** An addition that happened between two times, or, when it never ended, perhaps. */
  void add(long amount, long started, long ended) {
    size++;
    step(2 * started, Math.min(0, amount), Math.max(0, amount));
    if (ended != NEVER) {
      step(2 * ended + 1, Math.max(0, amount), Math.min(0, amount)); // what ends as a read begins may come after it
    }
  }

  private void step(long moment, long low, long high) {
    moments.add(moment);
    lows.add(low);
    highs.add(high);
  }

  /** Tells the bounds of windows, given by their beginnings and ends, in the order of their ends. */
  void bounds(LongArrayList started, LongArrayList ended, Bounds bounds) {
    int[] steps = order(moments);
    int[] windows = order(ended);
    Extremes low = new Extremes(1);
    Extremes high = new Extremes(-1);
    int step = 0;
    for (int window : windows) {
      while (step < steps.length && moments.getLong(steps[step]) <= 2 * ended.getLong(window)) {
        long moment = moments.getLong(steps[step]);
        low.add(moment, lows.getLong(steps[step]));
        high.add(moment, highs.getLong(steps[step]));
        step++;
      }
      long start = 2 * started.getLong(window);
      bounds.are(window, low.since(start), high.since(start));
    }
  }

  private static int[] order(LongArrayList times) {
    int[] order = new int[times.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    IntArrays.quickSort(order, (a, b) -> Long.compare(times.getLong(a), times.getLong(b)));
    return order;
  }

  /**
   * A value that changes in time, and its extreme in any window that reaches to the latest change: an entry holds for windows that begin from
   * its time on, up to that of the next entry.
   */
  private static final class Extremes {

    private final int sign;
    private final LongArrayList times = new LongArrayList();
    private final LongArrayList values = new LongArrayList();
    private long value;

    /** The lowest value with sign 1, the highest with sign -1. */
    Extremes(int sign) {
      this.sign = sign;
      times.push(Long.MIN_VALUE);
      values.push(0L);
    }

    void add(long moment, long change) {
      if (change == 0) {
        return;
      }
      value = Math.addExact(value, change);
      long since = moment;
      while (!values.isEmpty() && sign * values.topLong() >= sign * value) {
        since = times.popLong();
        values.popLong();
      }
      times.push(since);
      values.push(value);
    }

    long since(long moment) {
      int low = 0;
      int high = times.size() - 1;
      while (low < high) {
        int middle = low + high + 1 >>> 1;
        if (times.getLong(middle) <= moment) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return values.getLong(low);
    }
  }
}
