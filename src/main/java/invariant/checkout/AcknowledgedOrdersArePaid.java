package invariant.checkout;

import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;

/** An order whose checkout was acknowledged reads as paid in the end, and one that nobody checked out does not. */
record AcknowledgedOrdersArePaid(CheckoutRules rules) implements Invariant {

  @Override
  public String title() {
    return "acknowledged orders are paid, and paid orders were asked for";
  }

  @Override
  public Examination examine(Evidence evidence) {
    Books books = Books.of(evidence, rules);
    return () -> {
      Findings findings = new Findings("wrong paid flag");
      boolean isFinal = books.isFinal(findings);
      for (int order = 0; order < books.orders.size(); order++) {
        judge(books.orders, order, isFinal, findings);
      }
      return findings.verdict(Findings.count(findings.looks(), "acknowledged order") + ", all of them paid");
    };
  }

  private static void judge(Orders orders, int order, boolean isFinal, Findings findings) {
    boolean acknowledged = orders.payments(order) > 0;
    if (acknowledged && !orders.isRead(order)) {
      findings.open(() -> orders.name(order) + " was acknowledged, and was not read in the end");
    } else if (acknowledged) {
      findings.checked();
      if (!orders.isPaid(order) && isFinal) {
        findings.broken(0, () -> orders.name(order) + " was acknowledged by operation " + orders.firstPayment(order)
            + ", and is not paid");
      }
    } else if (orders.isPaid(order) && orders.isOfThisRun(order) && !orders.isCheckedOut(order)) {
      findings.broken(0, () -> orders.name(order) + " is paid, and nobody checked it out");
    }
  }
}
