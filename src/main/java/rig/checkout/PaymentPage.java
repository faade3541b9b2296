package rig.checkout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rig.checkout.store.Page;
import rig.checkout.store.Refusal;
import rig.checkout.store.Rows;

/** The payment service's database as one transaction sees it. */
final class PaymentPage implements Page {

  private final Rows<User> users = new Rows<>(User.TABLE);
  private final Rows<Payment> payments = new Rows<>(Payment.TABLE);
  /** Credit as somebody sees it who does not wait for others: for {@link Anomaly#LOST_UPDATE}. */
  private final Map<String, Long> seen = new HashMap<>();

  Rows<User> users() {
    return users;
  }

  Rows<Payment> payments() {
    return payments;
  }

  User user(String id) throws Refusal {
    return users.find(id).orElseThrow(() -> new Refusal("there is no user " + id));
  }

  /** What was there when the transaction began, and what was added since. */
  long seen(User user) {
    return seen.computeIfAbsent(user.id(), id -> users.asRead(id).orElse(user).credit());
  }

  void added(User user, long money) {
    seen.put(user.id(), seen(user) + money);
  }

  @Override
  public List<Rows<?>> rows() {
    return List.of(users, payments);
  }
}
