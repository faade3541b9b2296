package invariant.checkout;

import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;
import invariant.checkout.Takings.Attempt;
import org.jspecify.annotations.Nullable;

/** What is shown of stock and credit while the load runs lies between what was certain then and what was possible. */
record PolledValuesStayWithinBounds(CheckoutRules rules) implements Invariant {

  @Override
  public String title() {
    return "polled values stay within bounds";
  }

  @Override
  public Examination examine(Evidence evidence) {
    Books books = Books.of(evidence, rules);
    return () -> new Polls(books).verdict();
  }

  private static final class Polls {

    private final Findings findings = new Findings("poll out of bounds", "unit");
    private final Books books;
    private final Contents contents;
    private final Takings items;
    private final Takings users;
    /** Whether it is known what each checkout may have taken; if not, no value is surely too low. */
    private boolean clear = true;

    Polls(Books books) {
      this.books = books;
      this.contents = books.contents();
      this.items = new Takings(books.items);
      this.users = new Takings(books.users);
    }

    Verdict verdict() {
      if (books.items.polls.size() + books.users.polls.size() > 0) {
        for (int order = 0; order < books.orders.size(); order++) {
          take(order);
        }
        judge(books.items, items);
        judge(books.users, users);
      }
      return findings.verdict(Findings.count(findings.looks(), "poll") + ", none too high, none too low");
    }

    private void take(int order) {
      Spans asked = books.orders.asked;
      if (asked.count(order) > 0) {
        long to = books.orders.unknowns(order) > 0 ? Long.MAX_VALUE : asked.to(order);
        Cart cart = contents.bought(order, asked.from(order), to);
        Payments payments = Payments.of(books.orders, order, false);
        take(order, cart, new Attempt(asked.from(order), asked.to(order), payments, false));
      }
      Spans refused = books.orders.refused;
      if (refused.count(order) > 0) {
        Cart cart = contents.bought(order, refused.from(order), refused.to(order));
        Payments attempts = new Payments(0, refused.count(order));
        take(order, cart, new Attempt(refused.from(order), refused.to(order), attempts, true));
      }
    }

    private void take(int order, @Nullable Cart cart, Attempt attempt) {
      if (cart == null || books.orders.user(order) < 0) {
        findings.open(() -> books.orders.name(order) + " was checked out, and what was in it is not known");
        clear = false;
        return;
      }
      long least = 0;
      long most = 0;
      for (int line = 0; line < cart.size(); line++) {
        int item = cart.item(line);
        long price = books.price(item);
        if (price < 0) {
          findings.open(() -> "the price of " + books.items.name(item) + " is not known");
          clear = false;
          return;
        }
        items.take(attempt, item, cart.least(line), cart.most(line));
        least = Math.addExact(least, Math.multiplyExact(price, cart.least(line)));
        most = Math.addExact(most, Math.multiplyExact(price, cart.most(line)));
      }
      users.take(attempt, books.orders.user(order), least, most);
    }

    private void judge(Accounts accounts, Takings takings) {
      Bounds bounds = new Bounds(accounts, takings);
      for (int account = 0; account < accounts.size(); account++) {
        if (accounts.polls.first(account) >= 0 && accounts.known(account)) {
          bounds.of(account);
          judge(accounts, account, bounds);
        }
      }
    }

    private void judge(Accounts accounts, int account, Bounds bounds) {
      Log polls = accounts.polls;
      for (int poll = polls.first(account); poll >= 0; poll = polls.next(poll)) {
        findings.checked();
        long least = bounds.least(polls.started(poll), polls.ended(poll));
        long most = bounds.most(polls.started(poll), polls.ended(poll));
        long shown = polls.amount(poll);
        if (shown > most || shown < least && clear) {
          long ended = polls.ended(poll);
          findings.broken(shown < least ? least - shown : shown - most, () -> accounts.name(account) + " showed "
              + shown + " at " + ended + " ns, and had " + least + (least == most ? "" : " to " + most));
        }
      }
    }
  }
}
