package invariant.checkout;

import invariant.Findings;

/** What the paid orders of a run have sold: of each item, to each user, and in all. */
final class Sales {

  final Side items = new Side();
  final Side users = new Side();

  private final Books books;
  private final Contents contents;
  private long sold;
  private long leastValue;
  private long mostValue;
  private long unclear;
  private String firstUnclear = "";

  Sales(Books books, boolean paidMatters) {
    this.books = books;
    this.contents = books.contents();
    boolean paidTells = paidMatters && anyIsPaid(books.orders);
    for (int order = 0; order < books.orders.size(); order++) {
      Payments payments = Payments.of(books.orders, order, paidTells);
      if (payments.most() > 0) {
        sell(order, payments);
      }
    }
  }

  /** A target that sets {@code paid} of no order at all tells nothing by not setting it. */
  private static boolean anyIsPaid(Orders orders) {
    for (int order = 0; order < orders.size(); order++) {
      if (orders.isPaid(order)) {
        return true;
      }
    }
    return false;
  }

  private void sell(int order, Payments payments) {
    sold += payments.least() > 0 ? 1 : 0;
    Orders orders = books.orders;
    // What may still happen has no end.
    long to = orders.unknowns(order) > 0 ? Long.MAX_VALUE : orders.asked.to(order);
    Cart cart = contents.bought(order, orders.asked.from(order), to);
    if (cart == null || orders.user(order) < 0) {
      unclear(order, "what was in it is not known");
      return;
    }
    long least = 0;
    long most = 0;
    for (int line = 0; line < cart.size(); line++) {
      int item = cart.item(line);
      items.add(item, payments, cart.least(line), cart.most(line));
      long price = books.price(item);
      if (price < 0) {
        unclear(order, "the price of " + books.items.name(item) + " is not known");
        return;
      }
      least = Math.addExact(least, Math.multiplyExact(cart.least(line), price));
      most = Math.addExact(most, Math.multiplyExact(cart.most(line), price));
    }
    users.add(orders.user(order), payments, least, most);
    leastValue = Math.addExact(leastValue, Math.multiplyExact(payments.least(), least));
    mostValue = Math.addExact(mostValue, Math.multiplyExact(payments.most(), most));
  }

  private void unclear(int order, String why) {
    unclear++;
    if (unclear == 1) {
      firstUnclear = books.orders.name(order) + " was checked out, and " + why;
    }
  }

  /** How many orders were surely paid. */
  long sold() {
    return sold;
  }

  /** What the paid orders are worth at least. */
  long leastValue() {
    return leastValue;
  }

  /** What they are worth if everything was paid that may have been. */
  long mostValue() {
    return mostValue;
  }

  /** Whether it is known what was sold; what is not, and that nothing was, is an open question. */
  boolean isClear(Findings findings) {
    if (unclear > 0) {
      findings.open(() -> Findings.count(unclear, "order") + " cannot be told; " + firstUnclear);
    } else if (sold == 0) {
      findings.open("nothing was sold");
    }
    return unclear == 0;
  }
}
