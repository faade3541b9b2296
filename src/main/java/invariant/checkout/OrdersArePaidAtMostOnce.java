package invariant.checkout;

import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;

/** No order has more than one acknowledged checkout. */
record OrdersArePaidAtMostOnce(CheckoutRules rules) implements Invariant {

  @Override
  public String title() {
    return "orders are paid at most once";
  }

  @Override
  public Examination examine(Evidence evidence) {
    Books books = Books.of(evidence, rules);
    return () -> {
      Findings findings = new Findings("order paid again", "payment");
      for (int each = 0; each < books.orders.size(); each++) {
        int order = each;
        int payments = books.orders.payments(order);
        if (payments > 0) {
          findings.checked();
        }
        if (payments > 1) {
          findings.broken(payments - 1, () -> witness(books.orders, order));
        }
      }
      return findings.verdict(Findings.count(findings.looks(), "paid order") + ", each paid once");
    };
  }

  private static String witness(Orders orders, int order) {
    return orders.name(order) + " was paid " + orders.payments(order) + " times: by operation "
        + orders.firstPayment(order) + ", and again by operation " + orders.lastPayment(order);
  }
}
