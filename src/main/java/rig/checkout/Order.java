package rig.checkout;

import java.util.List;
import rig.checkout.store.Row;
import rig.checkout.store.Table;
import rig.checkout.store.Table.Column;

/**
 * An order.
 *
 * @param lines in the order in which they were added
 * @param attempt how many checkouts of it have begun
 * @param paid what is told to customers
 */
record Order(String id, String user, List<Line> lines, State state, long attempt, boolean paid) implements Row {

  /** How far it has come. */
  enum State {
    /** Lines can be added, and it can be checked out. */
    OPEN,
    /** A checkout is under way. */
    PENDING,
    /** A checkout has succeeded. */
    DONE,
    /** It was removed. */
    REMOVED
  }

  static final Table<Order> TABLE = new Table<>("orders",
      row -> new Order(row.getString(1), row.getString(2), Json.lines(row.getString(3)),
          State.valueOf(row.getString(4)), row.getLong(5), row.getBoolean(6)),
      List.of(Column.text("id", Order::id), Column.text("user_id", Order::user),
          Column.text("lines", order -> Json.text(order.lines())), Column.text("state", order -> order.state().name()),
          Column.number("attempt", Order::attempt), Column.flag("paid", Order::paid)));

  /** The key under which the other services know the checkout that is under way. */
  String checkout() {
    return id + "-" + attempt;
  }

  long total() {
    return lines.stream().mapToLong(Line::cost).sum();
  }

  Order with(List<Line> other) {
    return new Order(id, user, other, state, attempt, paid);
  }

  Order nextAttempt() {
    return new Order(id, user, lines, State.PENDING, attempt + 1, paid);
  }

  Order in(State other, boolean told) {
    return new Order(id, user, lines, other, attempt, told);
  }
}
