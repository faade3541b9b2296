package invariant.checkout;

import history.Operation;
import history.Outcome;

/** What a run asked of each order, and what its last read shows. An order's number is that of its id. */
final class Orders {

  private static final int CREATED = 1;
  private static final int BATCH = 2;
  private static final int READ = 4;
  private static final int PAID = 8;
  private static final int MUST_FAIL = 16;
  private static final int MUST_FAIL_PAID = 32;

  final Ids ids = new Ids();
  /** What was put into the cart (above 0) and taken out of it, by order; {@link #item} tells of what. */
  final Log carts = new Log();
  /** The checkouts that happened, or may have happened. */
  final Spans asked = new Spans();
  /** The checkouts that were refused. */
  final Spans refused = new Spans();

  private final Ints items = new Ints();
  private final Ints flags = new Ints();
  private final Ints users = new Ints();
  private final Ints shownUsers = new Ints();
  private final Ints payments = new Ints();
  private final Longs firstPayment = new Longs();
  private final Longs lastPayment = new Longs();
  private final Longs totals = new Longs();
  /** The number of orders that were made at once. */
  private long batch;

  int number(String id) {
    int before = ids.size();
    int number = ids.number(id);
    if (number == before && Accounts.isIn(batch, id)) {
      flag(number, BATCH);
    }
    return number;
  }

  int size() {
    return ids.size();
  }

  void create(int order, int user) {
    flag(order, CREATED);
    users.set(order, user + 1);
  }

  void createBatch(long count) {
    batch = count;
    for (int order = 0; order < size(); order++) {
      if (Accounts.isIn(count, ids.text(order))) {
        flag(order, BATCH);
      }
    }
  }

  /** Something was, or may have been, put into the cart, or taken out of it. */
  void cart(int order, int item, long quantity, Operation operation) {
    if (!(operation.outcome() instanceof Outcome.Refused)) {
      long end = operation.ok() ? operation.ended() : Log.NEVER;
      items.set(carts.add(order, operation.invocation().started(), end, quantity), item);
    }
  }

  /** Which item a cart's entry is about. */
  int item(int entry) {
    return items.get(entry);
  }

  void checkout(int order, Operation checkout, boolean mustFail) {
    if (mustFail) {
      flag(order, checkout.ok() ? MUST_FAIL | MUST_FAIL_PAID : MUST_FAIL);
    }
    if (checkout.ok()) {
      payments.add(order, 1);
      lastPayment.set(order, checkout.invocation().id());
      if (payments(order) == 1) {
        firstPayment.set(order, checkout.invocation().id());
      }
    }
    (checkout.outcome() instanceof Outcome.Refused ? refused : asked).add(order, checkout);
  }

  /** The final state, or a later one. */
  void read(int order, boolean paid, long total) {
    flags.set(order, flags.get(order) & ~PAID | READ | (paid ? PAID : 0));
    totals.set(order, total);
  }

  /** Whom a read shows as the one who ordered. */
  void shows(int order, int user) {
    shownUsers.set(order, user + 1);
  }

  private void flag(int order, int flag) {
    flags.set(order, flags.get(order) | flag);
  }

  private boolean is(int order, int flag) {
    return (flags.get(order) & flag) != 0;
  }

  /** Whether the run created it itself, and so knows what is in it. */
  boolean isCreated(int order) {
    return is(order, CREATED);
  }

  /** Whether it did not exist before the run. */
  boolean isOfThisRun(int order) {
    return is(order, CREATED | BATCH);
  }

  boolean isRead(int order) {
    return is(order, READ);
  }

  /** What the last read says. */
  boolean isPaid(int order) {
    return is(order, PAID);
  }

  /** What the last read says. */
  long total(int order) {
    return totals.get(order);
  }

  /** Who ordered: who was asked for, or, where the run does not know, who is shown; -1 when nobody knows. */
  int user(int order) {
    return (users.get(order) > 0 ? users.get(order) : shownUsers.get(order)) - 1;
  }

  /** Who ordered, as the last read says; -1 when there is none. */
  int shownUser(int order) {
    return shownUsers.get(order) - 1;
  }

  /** How many checkouts were acknowledged. */
  int payments(int order) {
    return payments.get(order);
  }

  /** How many checkouts may have happened, or not. */
  int unknowns(int order) {
    return asked.count(order) - payments(order);
  }

  /** The id of the operation that was acknowledged first. */
  long firstPayment(int order) {
    return firstPayment.get(order);
  }

  /** The id of the operation that was acknowledged last. */
  long lastPayment(int order) {
    return lastPayment.get(order);
  }

  /** Whether there was any checkout of it. */
  boolean isCheckedOut(int order) {
    return asked.count(order) + refused.count(order) > 0;
  }

  /** Whether checkouts were refused, and nothing else came of any. */
  boolean isOnlyRefused(int order) {
    return refused.count(order) > 0 && asked.count(order) == 0;
  }

  /** Whether some checkout had to be refused. */
  boolean mustFail(int order) {
    return is(order, MUST_FAIL);
  }

  /** Whether a checkout that had to be refused was acknowledged. */
  boolean mustFailPaid(int order) {
    return is(order, MUST_FAIL_PAID);
  }

  /** For people. */
  String name(int order) {
    return "order " + ids.text(order);
  }
}
