package rig.checkout;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** What a checkout does and undoes, alone and among many. */
@Timeout(60)
final class CheckoutTest {

  private static CheckoutRig rig;
  private static Customer customer;

  @BeforeAll
  static void start() throws IOException {
    rig = Rigs.started(CheckoutRigOptions.DEFAULT);
    customer = new Customer(rig.target());
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @Test
  void takesItemsAndMoney() {
    String item = customer.item(3, 10);
    String user = customer.user(20);
    String order = customer.order(user, item, item);

    customer.checkout(order).is(200);

    assertThat(customer.stock(item)).isEqualTo(8);
    assertThat(customer.credit(user)).isEqualTo(14);
    assertThat(customer.isPaid(order)).isTrue();
  }

  @Test
  void isNotPaidTwice() {
    String item = customer.item(3, 10);
    String user = customer.user(20);
    String order = customer.order(user, item);
    customer.checkout(order).is(200);

    customer.checkout(order).is(400);

    assertThat(customer.stock(item)).isEqualTo(9);
    assertThat(customer.credit(user)).isEqualTo(17);
  }

  @Test
  void changesNothingWhenTheSecondItemIsMissing() {
    String plenty = customer.item(1, 10);
    String none = customer.item(1, 0);
    String user = customer.user(20);
    String order = customer.order(user, plenty, none);

    customer.checkout(order).is(400);

    assertThat(customer.stock(plenty)).isEqualTo(10);
    assertThat(customer.stock(none)).isZero();
    assertThat(customer.credit(user)).isEqualTo(20);
    assertThat(customer.isPaid(order)).isFalse();
  }

  @Test
  void givesItemsBackWhenTheMoneyIsShort() {
    String item = customer.item(11, 10);
    String user = customer.user(10);
    String order = customer.order(user, item);

    customer.checkout(order).is(400);
    assertThat(customer.stock(item)).isEqualTo(10);
    assertThat(customer.credit(user)).isEqualTo(10);

    customer.post("/payment/add_funds/" + user + "/1").is(200);
    customer.checkout(order).is(200);
    assertThat(customer.stock(item)).isEqualTo(9);
    assertThat(customer.credit(user)).isZero();
  }

  @Test
  void paysOnceWhenAskedFiftyTimesAtOnce() throws Exception {
    String item = customer.item(2, 100);
    String user = customer.user(1_000);
    String order = customer.order(user, item);

    List<Integer> answers = customer.checkoutAtOnce(IntStream.range(0, 50).mapToObj(_ -> order).toList());

    assertThat(answers).containsOnly(200, 400).containsOnlyOnce(200);
    assertThat(customer.stock(item)).isEqualTo(99);
    assertThat(customer.credit(user)).isEqualTo(998);
  }

  @Test
  void sellsNoMoreThanThereIs() throws Exception {
    String scarce = customer.item(2, 30);
    List<String> users = Stream.generate(() -> customer.user(2)).limit(60).toList();

    List<Integer> answers = customer.checkoutAtOnce(users.stream().map(user -> customer.order(user, scarce)).toList());

    assertThat(answers).filteredOn(status -> status == 200).hasSize(30);
    assertThat(customer.stock(scarce)).isZero();
    assertThat(users.stream().mapToLong(customer::credit).sum()).isEqualTo(60);
  }

  @Test
  void spendsNoMoreThanThereIs() throws Exception {
    String plenty = customer.item(2, 1_000);
    String poor = customer.user(41);

    List<Integer> answers = customer
        .checkoutAtOnce(Stream.generate(() -> customer.order(poor, plenty)).limit(60).toList());

    assertThat(answers).filteredOn(status -> status == 200).hasSize(20);
    assertThat(customer.credit(poor)).isEqualTo(1);
    assertThat(customer.stock(plenty)).isEqualTo(980);
  }
}
