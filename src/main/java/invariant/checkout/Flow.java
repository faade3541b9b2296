package invariant.checkout;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;

/** Amounts at times, to be asked how much there was until some time. Filled, then sealed, then asked; then cleared for the next. */
final class Flow {

  private final LongArrayList times = new LongArrayList();
  private final LongArrayList sums = new LongArrayList();

  void clear() {
    times.clear();
    sums.clear();
  }

  void add(long time, long amount) {
    times.add(time);
    sums.add(amount);
  }

  /** To be called when all amounts are there. */
  void seal() {
    LongArrays.quickSort(times.elements(), sums.elements(), 0, times.size());
    for (int i = 1; i < sums.size(); i++) {
      sums.set(i, Math.addExact(sums.getLong(i - 1), sums.getLong(i)));
    }
  }

  /** How much came before a time. */
  long before(long time) {
    int low = 0;
    int high = times.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (times.getLong(middle) < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : sums.getLong(low - 1);
  }

  /** How much came before a time, or just then. */
  long until(long time) {
    return before(time + 1);
  }
}
