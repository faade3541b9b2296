package invariant.checkout;

import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;

/** Of each item, as much has left the stock as there is in paid orders, apart from what was added and taken directly. */
record StockRemovedEqualsTheQuantityPaid(CheckoutRules rules) implements Invariant {

  @Override
  public String title() {
    return "stock removed equals the quantity in paid orders";
  }

  @Override
  public Examination examine(Evidence evidence) {
    Books books = Books.of(evidence, rules);
    return () -> {
      Findings findings = new Findings("wrong stock", "unit");
      new Balance(books.items, books.sales().items).judge(books, findings);
      return findings.verdict(Findings.count(findings.looks(), "item") + ", "
          + Findings.count(books.sales().sold(), "paid order") + ": as much is gone as was sold");
    };
  }
}
