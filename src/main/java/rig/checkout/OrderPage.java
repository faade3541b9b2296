package rig.checkout;

import java.util.List;
import rig.checkout.store.Page;
import rig.checkout.store.Refusal;
import rig.checkout.store.Rows;

/** The order service's database as one transaction sees it. */
final class OrderPage implements Page {

  private final Rows<Order> orders = new Rows<>(Order.TABLE);

  Rows<Order> orders() {
    return orders;
  }

  Order order(String id) throws Refusal {
    return orders.find(id)
        .filter(order -> order.state() != Order.State.REMOVED)
        .orElseThrow(() -> new Refusal("there is no order " + id));
  }

  @Override
  public List<Rows<?>> rows() {
    return List.of(orders);
  }
}
