package rig.checkout;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Each planted bug can be seen from outside, and does nothing else. */
@Timeout(60)
final class AnomalyTest {

  private CheckoutRig rig;

  private Customer with(Anomaly anomaly) throws IOException {
    rig = Rigs.started(CheckoutRigOptions.DEFAULT.withAnomalies(Set.of(anomaly)));
    return new Customer(rig.target());
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void updatesAreLost() throws IOException {
    Customer customer = with(Anomaly.LOST_UPDATE);
    String item = customer.item(2, 1_000);
    String user = customer.user(1_000);
    List<String> orders = Stream.generate(() -> customer.order(user, item)).limit(50).toList();

    assertThat(customer.checkoutAtOnce(orders)).containsOnly(200);

    assertThat(orders).allMatch(customer::isPaid);
    assertThat(customer.stock(item)).isBetween(951L, 999L);
    assertThat(customer.credit(user)).isBetween(901L, 999L);
  }

  @Test
  void noUpdateIsLostWithoutHaste() throws IOException {
    Customer customer = with(Anomaly.LOST_UPDATE);
    String item = customer.item(2, 10);
    String user = customer.user(10);

    Stream.generate(() -> customer.order(user, item)).limit(3).forEach(order -> customer.checkout(order).is(200));

    assertThat(customer.stock(item)).isEqualTo(7);
    assertThat(customer.credit(user)).isEqualTo(4);
  }

  @Test
  void theLastUnitsAreSoldTwice() throws IOException {
    Customer customer = with(Anomaly.SOLD_TWICE);
    String item = customer.item(1, 3);
    List<String> users = Stream.generate(() -> customer.user(1)).limit(10).toList();
    List<String> orders = users.stream().map(user -> customer.order(user, item)).toList();

    assertThat(customer.checkoutAtOnce(orders)).filteredOn(status -> status == 200).hasSize(4);

    assertThat(customer.stock(item)).isZero();
    assertThat(users.stream().mapToLong(customer::credit).sum()).isEqualTo(6);
  }

  @Test
  void unitsThatNoOrderTookAreNotSold() throws IOException {
    Customer customer = with(Anomaly.SOLD_TWICE);
    String item = customer.item(1, 3);
    customer.post("/stock/subtract/" + item + "/3").is(200);

    customer.checkout(customer.order(customer.user(1), item)).is(400);
  }

  @Test
  void aPaidOrderIsChargedAgain() throws IOException {
    Customer customer = with(Anomaly.NO_PAID_GUARD);
    String item = customer.item(1, 100);
    String user = customer.user(100);
    String order = customer.order(user, item);

    customer.checkout(order).is(200);
    customer.checkout(order).is(200);
    assertThat(customer.checkoutAtOnce(List.of(order, order, order))).containsOnly(200);

    assertThat(customer.stock(item)).isEqualTo(95);
    assertThat(customer.credit(user)).isEqualTo(95);
    assertThat(customer.isPaid(order)).isTrue();
  }

  @Test
  void refusedOrdersMintStock() throws IOException {
    Customer customer = with(Anomaly.ROLLBACK_MINTS);
    String plenty = customer.item(5, 10);
    String none = customer.item(5, 0);
    String rich = customer.user(100);
    String poor = customer.user(1);

    customer.checkout(customer.order(poor, plenty)).is(400);
    assertThat(customer.stock(plenty)).isEqualTo(11);

    customer.checkout(customer.order(rich, plenty, none)).is(400);
    assertThat(customer.stock(plenty)).isEqualTo(12);
    assertThat(customer.stock(none)).isEqualTo(1);

    assertThat(customer.credit(rich)).isEqualTo(100);
    assertThat(customer.credit(poor)).isEqualTo(1);
    customer.checkout(customer.order(rich, plenty)).is(200);
    assertThat(customer.stock(plenty)).isEqualTo(11);
  }

  @Test
  void emptyOrdersCheckOut() throws IOException {
    Customer customer = with(Anomaly.EMPTY_ORDER_CHECKS_OUT);
    String user = customer.user(5);
    String order = customer.order(user);

    customer.checkout(order).is(200);

    assertThat(customer.isPaid(order)).isTrue();
    assertThat(customer.find(order).path("total_cost").asLong()).isZero();
    assertThat(customer.credit(user)).isEqualTo(5);
  }

  @Test
  void stockFallsBelowZero() throws IOException {
    Customer customer = with(Anomaly.NEGATIVE_ADD);
    String item = customer.item(1, 3);

    customer.post("/stock/add/" + item + "/-5").is(200);

    assertThat(customer.stock(item)).isEqualTo(-2);
    customer.post("/payment/add_funds/" + customer.user(1) + "/-5").is(400);
  }

  @Test
  void paidOrdersSayTheyAreNot() throws IOException {
    Customer customer = with(Anomaly.NEVER_SETS_PAID);
    String item = customer.item(1, 3);
    String user = customer.user(5);
    String order = customer.order(user, item);

    customer.checkout(order).is(200);
    customer.checkout(order).is(400);

    assertThat(customer.isPaid(order)).isFalse();
    assertThat(customer.stock(item)).isEqualTo(2);
    assertThat(customer.credit(user)).isEqualTo(4);
  }

  @Test
  void totalsAreWrongAndChargesRight() throws IOException {
    Customer customer = with(Anomaly.WRONG_TOTAL);
    String item = customer.item(2, 3);
    String user = customer.user(5);
    String order = customer.order(user, item, item);

    assertThat(customer.find(order).path("total_cost").asLong()).isEqualTo(2);
    customer.checkout(order).is(200);

    assertThat(customer.credit(user)).isEqualTo(1);
  }

  @Test
  void stateIsLate() throws IOException {
    Customer customer = with(Anomaly.LATE_STATE);
    String item = customer.item(2, 3);
    String user = customer.user(5);
    assertThat(customer.stock(item)).isZero();
    assertThat(customer.credit(user)).isZero();
    customer.checkout(customer.order(user, item)).is(200);

    Duration deadline = Duration.ofSeconds(10);
    await().atMost(deadline).until(() -> customer.stock(item) == 2);
    await().atMost(deadline).until(() -> customer.credit(user) == 3);
  }

  @Test
  void someSuccessesLookLikeErrors() throws IOException {
    Customer customer = with(Anomaly.ERROR_AFTER_COMMIT);
    String item = customer.item(1, 30);
    String user = customer.user(30);
    List<String> orders = Stream.generate(() -> customer.order(user, item)).limit(20).toList();

    assertThat(customer.checkoutAtOnce(orders)).containsOnly(200, 500).filteredOn(status -> status == 500).hasSize(2);

    assertThat(orders).allMatch(customer::isPaid);
    assertThat(customer.stock(item)).isEqualTo(10);
    assertThat(customer.credit(user)).isEqualTo(10);
  }
}
