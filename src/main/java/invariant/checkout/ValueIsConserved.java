package invariant.checkout;

import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;

/**
 * What all stock that was removed is worth, all credit that was removed, and the value of all paid orders are one sum.
 *
 * <p>So the stock's value and the value of paid orders together never change, and neither do credit and the value of paid orders.
 */
record ValueIsConserved(CheckoutRules rules) implements Invariant {

  @Override
  public String title() {
    return "value is conserved";
  }

  @Override
  public Examination examine(Evidence evidence) {
    Books books = Books.of(evidence, rules);
    return () -> {
      Findings findings = new Findings("wrong sum", "coin");
      Sales sales = books.sales();
      Worth stock = new Worth(new Balance(books.items, sales.items), books::price, findings);
      Worth credit = new Worth(new Balance(books.users, sales.users), _ -> 1, findings);
      boolean isFinal = books.isFinal(findings);
      boolean isClear = sales.isClear(findings);
      if (isFinal && isClear && stock.isKnown() && credit.isKnown()) {
        compare(stock, credit, sales, findings);
      }
      return findings.verdict("stock worth " + stock + " was removed, and credit of " + credit);
    };
  }

  private static void compare(Worth stock, Worth credit, Sales sales, Findings findings) {
    long wrong = Math.max(stock.distance(credit.least(), credit.most()), Math.max(
        stock.distance(sales.leastValue(), sales.mostValue()), credit.distance(sales.leastValue(), sales.mostValue())));
    if (wrong > 0) {
      String paid = sales.leastValue() == sales.mostValue() ? "" : " to " + sales.mostValue();
      findings.broken(wrong, () -> "stock worth " + stock + " was removed, and credit of " + credit
          + "; paid orders are worth " + sales.leastValue() + paid);
    } else if (stock.least() < stock.most() || credit.least() < credit.most()) {
      findings.open(() -> "stock worth " + stock + " was removed, and credit of " + credit);
    }
  }
}
