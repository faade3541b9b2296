package invariant.checkout;

import invariant.Findings;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/** What has left the accounts of one kind, against what was sold. */
final class Balance {

  final Accounts accounts;
  final Side side;

  private final Doubt doubt = new Doubt();
  private final LongArrayList unsure = new LongArrayList();

  Balance(Accounts accounts, Side side) {
    this.accounts = accounts;
    this.side = side;
  }

  /** Whether it can be judged; what cannot, and was touched in this run, is an open question. */
  boolean canJudge(int account, Findings findings) {
    if (!accounts.known(account)) {
      if (accounts.moves.first(account) >= 0 || side.sure(account) > 0 || side.doubt(account) != null) {
        findings.open(() -> accounts.name(account) + " is older than the run: what it held is not known");
      }
      return false;
    }
    if (!accounts.isRead(account)) {
      findings.open(() -> accounts.name(account) + " was not read in the end");
      return false;
    }
    return true;
  }

  /** What has left it beyond what was taken by direct calls; below 0 when it has grown. */
  long removed(int account) {
    return Math.subtractExact(accounts.supply(account), accounts.last(account));
  }

  /** Whether what has left it is what was sold. */
  Doubt.Answer answer(int account) {
    doubt.clear();
    accounts.unsure(account, unsure);
    for (int i = 0; i < unsure.size(); i++) {
      doubt.either(-unsure.getLong(i)); // what was added after all has not left
    }
    Doubt perhaps = side.doubt(account);
    if (perhaps != null) {
      doubt.all(perhaps);
    }
    return doubt.explains(removed(account) - side.sure(account));
  }

  /** Finds each account that has not lost what was sold. */
  void judge(Books books, Findings findings) {
    boolean isFinal = books.isFinal(findings);
    boolean isClear = books.sales().isClear(findings);
    for (int each = 0; each < accounts.size(); each++) {
      int account = each;
      if (!canJudge(account, findings)) {
        continue;
      }
      findings.checked();
      Doubt.Answer answer = answer(account);
      if (answer == Doubt.Answer.NOBODY_KNOWS) {
        findings.open(() -> witness(account) + ", and nobody knows how much may be");
      } else if (answer == Doubt.Answer.UNEXPLAINED && isFinal && isClear) {
        findings.broken(Math.abs(removed(account) - side.sure(account)), () -> witness(account));
      }
    }
  }

  /** Whether it ends with more than was ever there, or ever may have been. */
  boolean isMoreThanEver(int account) {
    long ever = accounts.supply(account);
    accounts.unsure(account, unsure);
    for (int i = 0; i < unsure.size(); i++) {
      ever = Math.addExact(ever, Math.max(0, unsure.getLong(i)));
    }
    return accounts.last(account) > ever;
  }

  /** For people: how it has moved. */
  String moved(int account) {
    return accounts.what + " of " + accounts.supply(account) + " fell by " + removed(account) + " to "
        + accounts.last(account);
  }

  /** For people: how it has moved, and how it should have. */
  String witness(int account) {
    Doubt perhaps = side.doubt(account);
    return accounts.name(account) + ": " + moved(account) + ", and paid orders hold " + side.sure(account)
        + (perhaps == null ? "" : " to " + (side.sure(account) + perhaps.most()));
  }
}
