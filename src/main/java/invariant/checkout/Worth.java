package invariant.checkout;

import invariant.Findings;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.function.IntToLongFunction;

/** What the sales of a run have taken from all accounts of one kind, as the accounts themselves tell: a sum, or bounds of it. */
final class Worth {

  private final LongArrayList unsure = new LongArrayList();
  private long least;
  private long most;
  private boolean known = true;

  /**
   * Sums up.
   *
   * @param each what one unit of an account is worth; below 0 when nobody knows
   */
  Worth(Balance balance, IntToLongFunction each, Findings findings) {
    for (int account = 0; account < balance.accounts.size(); account++) {
      if (!balance.canJudge(account, findings)) {
        known = false;
        continue;
      }
      findings.checked();
      long price = each.applyAsLong(account);
      if (price < 0) {
        known = false;
        findings.open("the price of " + balance.accounts.name(account) + " is not known");
      } else {
        add(balance, account, price);
      }
    }
  }

  /** A direct call that nobody has answered is told by the account itself, where only one thing can have happened. */
  private void add(Balance balance, int account, long price) {
    long low = balance.removed(account);
    long high = low;
    if (balance.accounts.unsure(account, unsure)) {
      Doubt perhaps = balance.side.doubt(account);
      if (balance.answer(account) == Doubt.Answer.EXPLAINED) {
        low = balance.side.sure(account);
        high = perhaps == null ? low : Math.addExact(low, perhaps.most());
      } else {
        for (int i = 0; i < unsure.size(); i++) {
          low = Math.addExact(low, Math.min(0, unsure.getLong(i)));
          high = Math.addExact(high, Math.max(0, unsure.getLong(i)));
        }
      }
    }
    least = Math.addExact(least, Math.multiplyExact(low, price));
    most = Math.addExact(most, Math.multiplyExact(high, price));
  }

  long least() {
    return least;
  }

  long most() {
    return most;
  }

  /** Whether every account could be told. */
  boolean isKnown() {
    return known;
  }

  /** How far it is from lying within two bounds; 0 when it can. */
  long distance(long low, long high) {
    return Math.max(0, Math.max(least - high, low - most));
  }

  @Override
  public String toString() {
    return least == most ? Long.toString(least) : least + " to " + most;
  }
}
