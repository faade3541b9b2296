package invariant.checkout;

import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;

/** The total that an order shows is the sum of price times quantity of the items that it shows. */
record TotalsAreTheSumOfTheItems(CheckoutRules rules) implements Invariant {

  @Override
  public String title() {
    return "totals are the sum of price times quantity";
  }

  @Override
  public Examination examine(Evidence evidence) {
    Books books = Books.of(evidence, rules);
    return () -> {
      Findings findings = new Findings("wrong total", "coin");
      boolean isFinal = books.isFinal(findings);
      for (int order = 0; order < books.orders.size(); order++) {
        if (books.orders.isRead(order)) {
          judge(books, order, isFinal, findings);
        }
      }
      return findings.verdict(Findings.count(findings.looks(), "order") + " with the right total");
    };
  }

  private static void judge(Books books, int order, boolean isFinal, Findings findings) {
    Records records = books.records;
    long sum = 0;
    for (int line = 0; line < records.size(order); line++) {
      int item = records.item(order, line);
      long price = books.price(item);
      if (price < 0) {
        findings
            .open(() -> books.orders.name(order) + " holds " + books.items.name(item) + ", whose price is not known");
        return;
      }
      sum = Math.addExact(sum, Math.multiplyExact(price, records.quantity(order, line)));
    }
    findings.checked();
    long right = sum;
    long total = books.orders.total(order);
    if (total != right && isFinal) {
      findings.broken(Math.abs(total - right),
          () -> books.orders.name(order) + " shows a total of " + total + ", and its items cost " + right);
    }
  }
}
