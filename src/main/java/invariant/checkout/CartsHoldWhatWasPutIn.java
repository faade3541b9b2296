package invariant.checkout;

import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;

/** Each order of the run belongs to who ordered, and holds what was put in and not taken out again. */
record CartsHoldWhatWasPutIn(CheckoutRules rules) implements Invariant {

  @Override
  public String title() {
    return "carts hold what was put in and not taken out";
  }

  @Override
  public Examination examine(Evidence evidence) {
    Books books = Books.of(evidence, rules);
    return () -> new Carts(books).verdict();
  }

  private static final class Carts {

    private final Findings findings = new Findings("wrong cart line", "unit");
    private final Books books;
    private final Contents asked;
    private final Contents shown;
    private final boolean isFinal;

    Carts(Books books) {
      this.books = books;
      this.asked = books.contents();
      this.shown = books.contents();
      this.isFinal = books.isFinal(findings);
    }

    Verdict verdict() {
      for (int each = 0; each < books.orders.size(); each++) {
        int order = each;
        if (books.orders.isCreated(order) && books.orders.isRead(order)) {
          findings.checked();
          judge(order);
        } else if (books.orders.isCreated(order)) {
          findings.open(() -> books.orders.name(order) + " was not read in the end");
        }
      }
      return findings.verdict(Findings.count(findings.looks(), "order") + " with the right items");
    }

    private void judge(int order) {
      if (!isFinal) {
        return;
      }
      int owner = books.orders.shownUser(order);
      if (owner >= 0 && owner != books.orders.user(order)) {
        findings.broken(0, () -> books.orders.name(order) + " of " + books.users.name(books.orders.user(order))
            + " shows " + books.users.name(owner));
      }
      Cart model = asked.model(order);
      Cart record = shown.record(order);
      for (int line = 0; line < model.size(); line++) {
        int in = record.line(model.item(line));
        compare(order, model, line, in < 0 ? 0 : record.most(in));
      }
      for (int each = 0; each < record.size(); each++) {
        int line = each;
        if (model.line(record.item(line)) < 0 && record.most(line) > 0) {
          findings.broken(record.most(line), () -> books.orders.name(order) + " shows " + record.most(line) + " of "
              + books.items.name(record.item(line)) + ", and nobody put it in");
        }
      }
    }

    private void compare(int order, Cart model, int line, long quantity) {
      long least = model.least(line);
      long most = model.most(line);
      if (quantity < least || quantity > most) {
        findings.broken(quantity < least ? least - quantity : quantity - most,
            () -> books.orders.name(order) + " shows " + quantity + " of " + books.items.name(model.item(line))
                + ", and holds " + least + (least == most ? "" : " to " + most));
      }
    }
  }
}
