package invariant.checkout;

import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;

/** An order without items is never checked out. */
record EmptyOrdersAreRefused(CheckoutRules rules) implements Invariant {

  @Override
  public String title() {
    return "empty orders are refused";
  }

  @Override
  public Examination examine(Evidence evidence) {
    Books books = Books.of(evidence, rules);
    return () -> {
      Findings findings = new Findings("empty order checked out");
      Contents contents = books.contents();
      for (int order = 0; order < books.orders.size(); order++) {
        if (contents.wasEmpty(order)) {
          judge(books.orders, order, findings);
        }
      }
      return findings.verdict(Findings.count(findings.looks(), "empty order") + ", all refused");
    };
  }

  private static void judge(Orders orders, int order, Findings findings) {
    findings.checked();
    if (orders.payments(order) > 0) {
      findings.broken(0, () -> orders.name(order) + " was empty, and its checkout was acknowledged by operation "
          + orders.firstPayment(order));
    } else if (orders.unknowns(order) > 0 && !orders.isRead(order)) {
      findings.open(() -> orders.name(order) + " was empty, and nobody knows what came of its checkout");
    } else if (orders.unknowns(order) > 0 && orders.isPaid(order)) {
      findings.broken(0, () -> orders.name(order) + " was empty, and is paid");
    }
  }
}
