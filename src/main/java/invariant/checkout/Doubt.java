package invariant.checkout;

import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;

/**
 * What is not known of an account: amounts that count, or do not, each as a whole, and a range besides.
 *
 * <p>A difference that exactly one choice of the amounts explains is resolved: what was read has told what happened. Where several choices
 * would do, nobody can tell; where none does, something is wrong whatever happened.
 */
final class Doubt {

  /** Whether a difference can be explained. */
  enum Answer {
    EXPLAINED, UNEXPLAINED, NOBODY_KNOWS
  }

  /** More amounts than this are not tried out in every combination: nobody knows. */
  private static final int MANY = 64;
  private static final int MANY_SUMS = 1 << 14;

  private final LongArrayList amounts = new LongArrayList();
  private long range;

  /** No doubt at all. */
  Doubt clear() {
    amounts.clear();
    range = 0;
    return this;
  }

  /** The amount counts, or does not. */
  void either(long amount) {
    if (amount != 0) {
      amounts.add(amount);
    }
  }

  /** Anything from 0 to this counts. */
  void upTo(long amount) {
    range = Math.addExact(range, amount);
  }

  void all(Doubt other) {
    amounts.addAll((LongList) other.amounts);
    upTo(other.range);
  }

  /** The least that may count; 0 or less. */
  long least() {
    long sum = 0;
    for (int i = 0; i < amounts.size(); i++) {
      sum = Math.addExact(sum, Math.min(0, amounts.getLong(i)));
    }
    return sum;
  }

  /** The most that may count; 0 or more. */
  long most() {
    long sum = range;
    for (int i = 0; i < amounts.size(); i++) {
      sum = Math.addExact(sum, Math.max(0, amounts.getLong(i)));
    }
    return sum;
  }

  Answer explains(long difference) {
    if (amounts.isEmpty() && range == 0) {
      return difference == 0 ? Answer.EXPLAINED : Answer.UNEXPLAINED;
    }
    long least = least();
    long most = most();
    if (difference < least || difference > most) {
      return Answer.UNEXPLAINED;
    }
    if (difference == least || difference == most) {
      return Answer.EXPLAINED;
    }
    return range > 0 || amounts.size() > MANY ? Answer.NOBODY_KNOWS : choices(difference);
  }

  /** Counts the choices that add up to a sum: none, one, or several. */
  private Answer choices(long difference) {
    Long2IntOpenHashMap sums = new Long2IntOpenHashMap();
    sums.put(0, 1);
    for (int i = 0; i < amounts.size(); i++) {
      if (sums.size() > MANY_SUMS) {
        return Answer.NOBODY_KNOWS;
      }
      Long2IntOpenHashMap more = new Long2IntOpenHashMap(sums);
      for (Long2IntMap.Entry sum : sums.long2IntEntrySet()) {
        more.mergeInt(sum.getLongKey() + amounts.getLong(i), sum.getIntValue(),
            (one, other) -> Math.min(2, one + other));
      }
      sums = more;
    }
    return switch (sums.get(difference)) {
      case 0 -> Answer.UNEXPLAINED;
      case 1 -> Answer.EXPLAINED;
      default -> Answer.NOBODY_KNOWS;
    };
  }
}
