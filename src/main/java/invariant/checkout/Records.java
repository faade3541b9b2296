package invariant.checkout;

/** The items that the last read of each order shows. A later read takes the place of an earlier one, and its room, too, where it fits. */
final class Records {

  private final Ints at = new Ints();
  private final Ints sizes = new Ints();
  private final Ints items = new Ints();
  private final Longs quantities = new Longs();
  private int used;

  /** Makes room for a record with so many lines. */
  void begin(int order, int lines) {
    if (lines > sizes.get(order)) {
      at.set(order, used);
      used += lines;
    }
    sizes.set(order, lines);
  }

  void put(int order, int line, int item, long quantity) {
    items.set(at.get(order) + line, item);
    quantities.set(at.get(order) + line, quantity);
  }

  int size(int order) {
    return sizes.get(order);
  }

  int item(int order, int line) {
    return items.get(at.get(order) + line);
  }

  long quantity(int order, int line) {
    return quantities.get(at.get(order) + line);
  }
}
