package invariant.checkout;

import history.Operation;

/** How many operations there were of each order, and the time in which they all lie, in nanoseconds since the run's zero. */
final class Spans {

  private final Ints counts = new Ints();
  private final Longs from = new Longs();
  private final Longs to = new Longs();

  void add(int order, Operation operation) {
    long began = operation.invocation().started();
    boolean first = counts.get(order) == 0;
    from.set(order, first ? began : Math.min(began, from.get(order)));
    to.set(order, first ? operation.ended() : Math.max(operation.ended(), to.get(order)));
    counts.add(order, 1);
  }

  int count(int order) {
    return counts.get(order);
  }

  long from(int order) {
    return from.get(order);
  }

  long to(int order) {
    return to.get(order);
  }
}
