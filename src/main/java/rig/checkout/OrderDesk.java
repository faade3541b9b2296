package rig.checkout;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import rig.checkout.store.Place;
import rig.checkout.store.Refusal;

/** The order service at work. */
final class OrderDesk implements AutoCloseable {

  private static final int ONE_IN = 10;

  /**
   * Where the other services answer.
   *
   * @param stock without a slash at its end
   * @param payment without a slash at its end
   */
  record Neighbours(URI stock, URI payment) {}

  private final Set<Anomaly> anomalies;
  private final Orders orders;
  private final Peers peers;
  private final Checkouts checkouts;
  private final AtomicInteger paid = new AtomicInteger();

  OrderDesk(Place place, Neighbours neighbours, Set<Anomaly> anomalies) {
    this.anomalies = anomalies;
    this.orders = new Orders(place, anomalies);
    this.peers = new Peers(neighbours.stock(), neighbours.payment());
    this.checkouts = new Checkouts(orders, peers, anomalies);
    checkouts.recover();
  }

  Orders orders() {
    return orders;
  }

  /** Adds units of an item that exists. */
  void add(String id, String item, long quantity) throws Refusal {
    long price = peers.price(item);
    Amounts.product(quantity, price);
    orders.add(id, new Line(item, quantity, price));
  }

  void checkout(String id) throws Refusal {
    checkouts.checkout(id);
    if (anomalies.contains(Anomaly.ERROR_AFTER_COMMIT) && paid.incrementAndGet() % ONE_IN == 0) {
      throw new LostAnswerException();
    }
  }

  /** An order as it is told to customers. */
  Optional<Order> find(String id) {
    return orders.find(id);
  }

  /** What an order costs, as it is told to customers. */
  long total(Order order) {
    boolean wrong = anomalies.contains(Anomaly.WRONG_TOTAL) && !order.lines().isEmpty();
    return wrong ? order.total() - order.lines().getLast().cost() : order.total();
  }

  @Override
  public void close() {
    checkouts.close();
    peers.close();
    orders.close();
  }
}
