package rig.checkout;

import java.util.Optional;
import java.util.Set;
import rig.checkout.store.Refusal;

/** How money leaves a user's credit and comes back, inside of a transaction. */
final class Till {

  private final Set<Anomaly> anomalies;
  private final Late<User> late;

  Till(Set<Anomaly> anomalies, Late<User> late) {
    this.anomalies = anomalies;
    this.late = late;
  }

  User add(PaymentPage page, String id, long money) throws Refusal {
    User user = page.user(id);
    User richer = user.with(Amounts.sum(user.credit(), money));
    page.added(user, money);
    put(page, user, richer);
    return richer;
  }

  /** Takes money for nothing in particular. */
  User subtract(PaymentPage page, String id, long money) throws Refusal {
    User user = page.user(id);
    long there = anomalies.contains(Anomaly.LOST_UPDATE) ? page.seen(user) : user.credit();
    if (there < money) {
      throw new Refusal("user " + id + " has " + there + ", not " + money);
    }
    User poorer = user.with(there - money);
    put(page, user, poorer);
    return poorer;
  }

  /** Takes the money for a checkout, once. */
  void pay(PaymentPage page, Payment payment) throws Refusal {
    Optional<Payment> before = page.payments().find(payment.id());
    if (before.isEmpty()) {
      subtract(page, payment.user(), payment.amount());
      page.payments().put(payment);
    } else if (before.get().givenBack()) {
      throw new Refusal("the money was given back");
    }
  }

  /** Gives the money of a checkout back, once. */
  void giveBack(PaymentPage page, String checkout) throws Refusal {
    Optional<Payment> payment = page.payments().find(checkout).filter(paid -> !paid.givenBack());
    if (payment.isPresent()) {
      User user = page.user(payment.get().user());
      page.added(user, payment.get().amount());
      put(page, user, user.with(user.credit() + payment.get().amount()));
      page.payments().put(payment.get().back());
    }
  }

  private void put(PaymentPage page, User before, User after) {
    if (anomalies.contains(Anomaly.LATE_STATE)) {
      late.replaced(before);
    }
    page.users().put(after);
  }
}
