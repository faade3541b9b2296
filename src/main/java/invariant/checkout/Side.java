package invariant.checkout;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import org.jspecify.annotations.Nullable;

/** What was sold of each item, or to each user: surely, and perhaps. */
final class Side {

  private final Longs sure = new Longs();
  private final Int2ObjectOpenHashMap<Doubt> doubts = new Int2ObjectOpenHashMap<>();

  /**
   * An order was paid at least and at most so often, and each payment took at least and at most so much.
   *
   * <p>A payment that nobody is sure of took all of it or nothing; where it is not known how much there was to take, any amount between.
   */
  void add(int account, Payments payments, long least, long most) {
    long surely = Math.multiplyExact(payments.least(), least);
    sure.add(account, surely);
    long perhaps = Math.multiplyExact(payments.most(), most) - surely;
    if (perhaps > 0) {
      Doubt doubt = doubts.computeIfAbsent(account, _ -> new Doubt());
      if (least == most) {
        for (long time = payments.least(); time < payments.most(); time++) {
          doubt.either(least);
        }
      } else {
        doubt.upTo(perhaps);
      }
    }
  }

  /** What was surely sold. */
  long sure(int account) {
    return sure.get(account);
  }

  /** What was perhaps sold besides; null when there is no doubt. */
  @Nullable
  Doubt doubt(int account) {
    return doubts.get(account);
  }
}
