package invariant.checkout;

import org.jspecify.annotations.Nullable;

/** What is, or was, in the orders. The cart that is handed out is good until the next call. */
final class Contents {

  private final Orders orders;
  private final Records records;
  private final Cart cart = new Cart();

  Contents(Orders orders, Records records) {
    this.orders = orders;
    this.records = records;
  }

  /** What must be in an order in the end if every acknowledged call was carried out, and nothing else. */
  Cart model(int order) {
    return asked(order, Long.MAX_VALUE, Long.MAX_VALUE).cart();
  }

  /** Whether an order was certainly empty, by what was asked, while it was checked out. */
  boolean wasEmpty(int order) {
    if (!orders.isCreated(order) || !orders.isCheckedOut(order)) {
      return false;
    }
    Spans spans = orders.asked.count(order) > 0 ? orders.asked : orders.refused;
    long to = orders.payments(order) == 0 && orders.unknowns(order) > 0 ? Long.MAX_VALUE : spans.to(order);
    return asked(order, spans.from(order), to).cart().isEmpty();
  }

  /**
   * What the checkouts between two times have bought, if they were carried out; null when nobody knows what was in the order.
   *
   * <p>Where nothing changed the cart at that time or later, it is what the order's own record shows: whether that is what was asked for is
   * another question, with a judge of its own.
   */
  @Nullable
  Cart bought(int order, long from, long to) {
    if (!orders.isCreated(order)) {
      return orders.isRead(order) ? recordBefore(order, from) : null;
    }
    Asked asked = asked(order, from, to);
    if (!orders.isRead(order) || asked.after()) {
      return cart;
    }
    if (!asked.unsure()) {
      return record(order);
    }
    for (int line = 0; line < cart.size() && !asked.lessUnsure(); line++) {
      cart.limit(line, shown(order, cart.item(line)));
    }
    return cart;
  }

  /**
   * A cart by what was asked.
   *
   * @param unsure something was, or may have been, put in or taken out in the meantime
   * @param lessUnsure something was, or may have been, taken out in the meantime
   * @param after something was, or may have been, put in or taken out later
   */
  private record Asked(Cart cart, boolean unsure, boolean lessUnsure, boolean after) {}

  private Asked asked(int order, long from, long to) {
    cart.clear();
    boolean unsure = false;
    boolean less = false;
    boolean after = false;
    for (int entry = orders.carts.first(order); entry >= 0; entry = orders.carts.next(entry)) {
      long quantity = orders.carts.amount(entry);
      if (orders.carts.started(entry) >= to) {
        after = true;
      } else if (orders.carts.sure(entry) && orders.carts.ended(entry) <= from) {
        cart.add(orders.item(entry), quantity, quantity);
      } else {
        unsure = true;
        less |= quantity < 0;
        cart.add(orders.item(entry), Math.min(0, quantity), Math.max(0, quantity));
      }
    }
    return new Asked(cart, unsure, less, after);
  }

  /** What the last read of an order shows. */
  Cart record(int order) {
    cart.clear();
    for (int line = 0; line < records.size(order); line++) {
      cart.add(records.item(order, line), records.quantity(order, line), records.quantity(order, line));
    }
    return cart;
  }

  /** What was in an order at a time, looking back from its last read. */
  private Cart recordBefore(int order, long time) {
    record(order);
    for (int entry = orders.carts.first(order); entry >= 0; entry = orders.carts.next(entry)) {
      if (orders.carts.ended(entry) > time) {
        long quantity = orders.carts.amount(entry);
        cart.add(orders.item(entry), Math.min(0, -quantity), Math.max(0, -quantity));
      }
    }
    return cart;
  }

  /** How much of an item the last read of an order shows. */
  long shown(int order, int item) {
    for (int line = 0; line < records.size(order); line++) {
      if (records.item(order, line) == item) {
        return records.quantity(order, line);
      }
    }
    return 0;
  }
}
