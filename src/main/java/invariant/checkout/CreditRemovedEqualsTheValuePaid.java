package invariant.checkout;

import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;

/** Each user's credit has fallen by what the user's paid orders are worth, apart from what was added directly. */
record CreditRemovedEqualsTheValuePaid(CheckoutRules rules) implements Invariant {

  @Override
  public String title() {
    return "credit removed equals the value of paid orders";
  }

  @Override
  public Examination examine(Evidence evidence) {
    Books books = Books.of(evidence, rules);
    return () -> {
      Findings findings = new Findings("wrong credit", "coin");
      new Balance(books.users, books.sales().users).judge(books, findings);
      return findings.verdict(Findings.count(findings.looks(), "user") + ", "
          + Findings.count(books.sales().sold(), "paid order") + ": each has paid what was bought");
    };
  }
}
