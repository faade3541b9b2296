package rig.checkout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rig.checkout.Order.State;
import rig.checkout.store.Ledger;
import rig.checkout.store.Ledger.Step;
import rig.checkout.store.Place;
import rig.checkout.store.Reads;
import rig.checkout.store.Refusal;

/** The orders and how far each has come; what is told here is on disk. */
final class Orders implements AutoCloseable {

  /** Attempts go on counting, since the other services remember them. */
  private static final String BATCH = """
      insert into orders (id, user_id, lines, state, attempt, paid)
      select n::text, floor(random() * u)::bigint::text, '[["' || floor(random() * i)::bigint || '",1,' || price || '],["'
        || floor(random() * i)::bigint || '",1,' || price || ']]', 'OPEN', 0, false
      from (values (?::bigint, ?::bigint, ?::bigint)) sizes (i, u, price), generate_series(0, ? - 1) n
      on conflict (id) do update set user_id = excluded.user_id, lines = excluded.lines, state = 'OPEN', paid = false""";

  private final Set<Anomaly> anomalies;
  private final Ledger<OrderPage> ledger;
  private final Reads<Order> reads;

  Orders(Place place, Set<Anomaly> anomalies) {
    this.anomalies = anomalies;
    this.ledger = new Ledger<>("order", place, OrderPage::new, Duration.ZERO);
    this.reads = new Reads<>("order", place, Order.TABLE);
  }

  String create(String user) throws Refusal {
    var order = new Order(UUID.randomUUID().toString(), user, List.of(), State.OPEN, 0, false);
    return ledger.take(new On<>(order.id(), page -> put(page, order))).id();
  }

  /** Makes orders 0 to count - 1 of two units each, all anew. */
  long createBatch(long count, long items, long users, long price) throws Refusal {
    return ledger.take(new On<>("0", page -> {
      page.orders().bulk(BATCH, items, users, price, count);
      return count;
    }));
  }

  Optional<Order> find(String id) {
    return reads.find(id).filter(order -> order.state() != State.REMOVED);
  }

  /** Checkouts that were under way when the service was stopped. */
  List<Order> pending() {
    return reads.all("state = 'PENDING'");
  }

  Order add(String id, Line line) throws Refusal {
    return ledger.take(new On<>(id, page -> {
      Order order = open(page, id);
      Amounts.sum(order.total(), line.cost());
      List<Line> lines = new ArrayList<>(order.lines());
      lines.add(line);
      return put(page, order.with(List.copyOf(lines)));
    }));
  }

  /** Takes one unit of an item out of an order. */
  Order subtract(String id, String item) throws Refusal {
    return ledger.take(new On<>(id, page -> {
      Order order = open(page, id);
      List<Line> lines = new ArrayList<>(order.lines());
      Line first = lines.stream()
          .filter(line -> line.item().equals(item))
          .findFirst()
          .orElseThrow(() -> new Refusal("order " + id + " has no item " + item));
      lines.remove(first);
      return put(page, order.with(List.copyOf(lines)));
    }));
  }

  Order remove(String id) throws Refusal {
    return ledger.take(new On<>(id, page -> put(page, open(page, id).in(State.REMOVED, false))));
  }

  /** Begins a checkout: nothing else can happen to the order until it has ended. */
  Order begin(String id) throws Refusal {
    return ledger.take(new On<>(id, page -> {
      Order order = anomalies.contains(Anomaly.NO_PAID_GUARD) ? page.order(id) : open(page, id);
      if (order.lines().isEmpty() && !anomalies.contains(Anomaly.EMPTY_ORDER_CHECKS_OUT)) {
        throw new Refusal("order " + id + " has no items");
      }
      return put(page, order.nextAttempt());
    }));
  }

  /** Ends a checkout; one that has ended stays as it is. */
  Order end(Order checkout, boolean succeeded) throws Refusal {
    return ledger.take(new On<>(checkout.id(), page -> {
      Order order = page.order(checkout.id());
      boolean overtaken = order.attempt() != checkout.attempt() && !anomalies.contains(Anomaly.NO_PAID_GUARD);
      if (order.state() != State.PENDING && !anomalies.contains(Anomaly.NO_PAID_GUARD) || overtaken) {
        return order;
      }
      if (succeeded) {
        return put(page, order.in(State.DONE, !anomalies.contains(Anomaly.NEVER_SETS_PAID)));
      }
      return put(page, order.in(order.paid() ? State.DONE : State.OPEN, order.paid()));
    }));
  }

  private static Order open(OrderPage page, String id) throws Refusal {
    Order order = page.order(id);
    return switch (order.state()) {
      case OPEN -> order;
      case PENDING -> throw new Refusal("order " + id + " is being checked out");
      case DONE -> throw new Refusal("order " + id + " is paid");
      case REMOVED -> throw new Refusal("there is no order " + id);
    };
  }

  private static Order put(OrderPage page, Order order) {
    page.orders().put(order);
    return order;
  }

  @Override
  public void close() {
    ledger.close();
    reads.close();
  }

  /** A step on one order. */
  private record On<A>(String order, Doing<A> doing) implements Step<OrderPage, A> {

    @FunctionalInterface
    interface Doing<A> {
      A on(OrderPage page) throws Refusal;
    }

    @Override
    public void wants(OrderPage page) {
      page.orders().want(order);
    }

    @Override
    public A take(OrderPage page) throws Refusal {
      return doing.on(page);
    }
  }
}
