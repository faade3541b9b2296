package invariant.checkout;

import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;
import java.util.BitSet;

/**
 * An order whose checkouts were all refused is not paid, and has moved neither stock nor credit, in either direction.
 *
 * <p>Where the same item or user took part in a checkout that may have happened, too, nobody can tell which of them left a trace; that is for
 * the judges of stock and credit. Only more than was ever there is surely the work of a refusal: it gave back what it had not taken.
 */
record RefusedCheckoutsChangeNothing(CheckoutRules rules) implements Invariant {

  @Override
  public String title() {
    return "refused checkouts change nothing";
  }

  @Override
  public Examination examine(Evidence evidence) {
    Books books = Books.of(evidence, rules);
    return () -> new Refusals(books, rules.judges(Matter.PAID)).verdict();
  }

  /** Who took part in refused checkouts, and who in others. */
  private static final class Refusals {

    private final Findings findings = new Findings("trace of a refused checkout");
    private final Books books;
    private final Touched refused = new Touched(new BitSet(), new BitSet());
    private final Touched others = new Touched(new BitSet(), new BitSet());
    private final boolean isFinal;
    private long orders;

    private record Touched(BitSet items, BitSet users) {}

    Refusals(Books books, boolean paidMatters) {
      this.books = books;
      this.isFinal = books.isFinal(findings);
      for (int order = 0; order < books.orders.size(); order++) {
        if (books.orders.refused.count(order) > 0) {
          touch(order, refused);
        }
        if (books.orders.asked.count(order) > 0) {
          touch(order, others);
        }
        if (books.orders.isOnlyRefused(order)) {
          judge(order, paidMatters);
        }
      }
    }

    private void touch(int order, Touched touched) {
      Orders all = books.orders;
      for (int entry = all.carts.first(order); entry >= 0; entry = all.carts.next(entry)) {
        touched.items().set(all.item(entry));
      }
      for (int line = 0; line < books.records.size(order); line++) {
        touched.items().set(books.records.item(order, line));
      }
      if (all.user(order) >= 0) {
        touched.users().set(all.user(order));
      } else {
        findings.open(() -> all.name(order) + " was checked out, and who ordered what is not known");
      }
    }

    private void judge(int order, boolean paidMatters) {
      orders++;
      if (!books.orders.isRead(order)) {
        findings.open(() -> books.orders.name(order) + " was refused, and was not read in the end");
        return;
      }
      findings.checked();
      if (paidMatters && isFinal && books.orders.isPaid(order)) {
        findings.broken(0, () -> books.orders.name(order) + " was refused, and is paid");
      }
    }

    Verdict verdict() {
      judge(new Balance(books.items, books.sales().items), refused.items(), others.items());
      judge(new Balance(books.users, books.sales().users), refused.users(), others.users());
      return findings.verdict(Findings.count(orders, "order") + " refused, with no trace in stock, credit or order");
    }

    private void judge(Balance balance, BitSet held, BitSet elsewhere) {
      for (int each = held.nextSetBit(0); each >= 0; each = held.nextSetBit(each + 1)) {
        int account = each;
        boolean alone = !elsewhere.get(account);
        if (!balance.canJudge(account, findings)) {
          continue;
        }
        Doubt.Answer answer = balance.answer(account);
        if (alone && answer == Doubt.Answer.NOBODY_KNOWS) {
          findings.open(() -> balance.witness(account) + ", and nobody knows how much may be");
        } else if (isFinal && answer == Doubt.Answer.UNEXPLAINED && (alone || balance.isMoreThanEver(account))) {
          findings.broken(0, () -> balance.accounts.name(account) + " was in refused checkouts" + (alone ? " only" : "")
              + ": " + balance.moved(account));
        }
      }
    }
  }
}
