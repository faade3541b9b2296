package rig.checkout;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rig.checkout.store.Ledger;
import rig.checkout.store.Ledger.Step;
import rig.checkout.store.Place;
import rig.checkout.store.Reads;
import rig.checkout.store.Refusal;

/** The payment service at work. */
final class PaymentDesk implements AutoCloseable {

  private static final String BATCH = """
      insert into users (id, credit) select n::text, ? from generate_series(0, ? - 1) n
      on conflict (id) do update set credit = excluded.credit""";

  private final Set<Anomaly> anomalies;
  private final Late<User> late = new Late<>();
  private final Till till;
  private final Ledger<PaymentPage> ledger;
  private final Reads<User> reads;
  private final Reads<Payment> payments;

  PaymentDesk(Place place, Set<Anomaly> anomalies) {
    this.anomalies = anomalies;
    this.till = new Till(anomalies, late);
    this.ledger = new Ledger<>("payment", place, PaymentPage::new, Anomaly.window(anomalies));
    this.reads = new Reads<>("payment", place, User.TABLE);
    this.payments = new Reads<>("payments", place, Payment.TABLE);
  }

  String create() throws Refusal {
    var user = new User(UUID.randomUUID().toString(), 0);
    return ledger.take(new On<>(user.id(), page -> {
      page.users().put(user);
      return user.id();
    }));
  }

  Optional<User> find(String id) {
    Optional<User> user = reads.find(id);
    return anomalies.contains(Anomaly.LATE_STATE) ? user.map(late::shown) : user;
  }

  User add(String id, long money) throws Refusal {
    return ledger.take(new On<>(id, page -> till.add(page, id, money)));
  }

  User subtract(String id, long money) throws Refusal {
    return ledger.take(new On<>(id, page -> till.subtract(page, id, money)));
  }

  /** Makes users 0 to count - 1; those that are there get the new credit. */
  long createBatch(long count, long credit) throws Refusal {
    return ledger.take(new On<>("0", page -> {
      page.users().bulk(BATCH, credit, count);
      return count;
    }));
  }

  /** Pays an order directly, once; a payment that was cancelled can be made again. */
  void payFor(String order, String user, long amount) throws Refusal {
    ledger.take(new For(order, user, page -> {
      Optional<Payment> before = page.payments().find(order);
      if (before.isEmpty() || before.get().givenBack()) {
        till.subtract(page, user, amount);
        page.payments().put(new Payment(order, user, amount, false));
      }
    }));
  }

  /** Takes a direct payment back. */
  void cancel(String order, String user) throws Refusal {
    ledger.take(new For(order, user, page -> {
      boolean paid = page.payments()
          .find(order)
          .filter(payment -> payment.user().equals(user) && !payment.givenBack())
          .isPresent();
      if (!paid) {
        throw new Refusal("user " + user + " has not paid order " + order);
      }
      till.giveBack(page, order);
    }));
  }

  /** Whether a user has paid an order, directly or by a checkout. */
  boolean isPaid(String order, String user) {
    String condition = "not given_back and user_id = ? and (id = ? or id > ? || '-' and id < ? || '.')";
    return !payments.all(condition, user, order, order, order).isEmpty();
  }

  /** Does what another service asks, in any order. */
  List<Reply> answer(List<PaymentAsk> asks) {
    return ledger.takeAll(asks.stream().map(ask -> new Asked(ask, till)).toList());
  }

  @Override
  public void close() {
    ledger.close();
    reads.close();
    payments.close();
  }

  /** A step on one user. */
  private record On<A>(String user, Doing<A> doing) implements Step<PaymentPage, A> {

    @FunctionalInterface
    interface Doing<A> {
      A on(PaymentPage page) throws Refusal;
    }

    @Override
    public void wants(PaymentPage page) {
      page.users().want(user);
    }

    @Override
    public A take(PaymentPage page) throws Refusal {
      return doing.on(page);
    }
  }

  /** A step on a payment that has no answer. */
  private record For(String order, String user, Doing doing) implements Step<PaymentPage, Boolean> {

    @FunctionalInterface
    interface Doing {
      void on(PaymentPage page) throws Refusal;
    }

    @Override
    public void wants(PaymentPage page) {
      page.users().want(user);
      page.payments().want(order);
    }

    @Override
    public Boolean take(PaymentPage page) throws Refusal {
      doing.on(page);
      return true;
    }
  }

  /** A step for a checkout. */
  private record Asked(PaymentAsk ask, Till till) implements Step<PaymentPage, Reply> {

    @Override
    public void wants(PaymentPage page) {
      page.users().want(ask.user());
      page.payments().want(ask.checkout());
    }

    @Override
    public Reply take(PaymentPage page) {
      try {
        switch (ask.kind()) {
          case PAY -> till.pay(page, new Payment(ask.checkout(), ask.user(), ask.amount(), false));
          case GIVE_BACK -> till.giveBack(page, ask.checkout());
        }
        return Reply.DONE;
      } catch (Refusal e) {
        return Reply.refused(e.reason());
      }
    }
  }
}
