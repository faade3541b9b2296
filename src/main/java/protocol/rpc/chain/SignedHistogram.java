package protocol.rpc.chain;

import org.HdrHistogram.Histogram;

/** Counts values that may be negative, with three digits. For one thread at a time. */
final class SignedHistogram {

  private static final int DIGITS = 3;

  private final Histogram negative = new Histogram(DIGITS);
  private final Histogram positive = new Histogram(DIGITS);

  void record(long value) {
    if (value < 0) {
      negative.recordValue(-value);
    } else {
      positive.recordValue(value);
    }
  }

  long count() {
    return negative.getTotalCount() + positive.getTotalCount();
  }

  /** The value that so many percent of the values do not exceed; 0 when there are none. */
  long percentile(double percent) {
    long below = negative.getTotalCount();
    long rank = Math.max(1, (long) Math.ceil(percent / 100 * count()));
    if (count() == 0) {
      return 0;
    }
    return rank <= below ? -at(negative, below - rank + 1) : at(positive, rank - below);
  }

  long min() {
    return negative.getTotalCount() > 0 ? -negative.getMaxValue() : positive.getMinValue();
  }

  long max() {
    return positive.getTotalCount() > 0 ? positive.getMaxValue() : -negative.getMinNonZeroValue();
  }

  private static long at(Histogram histogram, long rank) {
    return histogram.getValueAtPercentile(100.0 * rank / histogram.getTotalCount());
  }
}
