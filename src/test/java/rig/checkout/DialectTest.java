package rig.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import targets.Dialect;

import static org.assertj.core.api.Assertions.assertThat;

/** The paths and answers of each dialect, and of no other. */
@Timeout(60)
final class DialectTest {

  private CheckoutRig rig;
  private Customer customer;

  private void speak(CheckoutRigOptions options) throws IOException {
    rig = Rigs.started(options);
    customer = new Customer(rig.target());
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void ofTwentyTwenty() throws IOException {
    speak(CheckoutRigOptions.DEFAULT.withDialect(Dialect.A));
    String user = customer.post("/users/create").json().path("user_id").asText();
    customer.post("/users/credit/add/" + user + "/5").is(200);
    assertThat(customer.get("/users/find/" + user).json()).hasToString("{\"user_id\":\"" + user + "\",\"credit\":5}");
    String item = customer.item(2, 7);
    String order = customer.order(user, item);

    customer.delete("/orders/removeItem/" + order + "/" + item).is(200);
    customer.post("/orders/addItem/" + order + "/" + item).is(200);
    customer.checkout(order).is(200);

    assertThat(customer.find(order).path("items")).hasToString("[\"" + item + "\"]");
    customer.post("/payment/create_user").is(404);
    customer.post("/orders/addItem/" + order + "/" + item + "/1").is(404);
    customer.post("/payment/pay/" + user + "/" + order + "/1").is(404);
  }

  @Test
  void ofTwentyTwentyOneOnThreePorts() throws IOException {
    speak(CheckoutRigOptions.DEFAULT.withGateway(false));
    assertThat(rig.target().endpoints()).extracting(endpoint -> endpoint.url().getPort()).doesNotHaveDuplicates();
    String user = customer.user(9);
    String item = customer.item(2, 7);
    assertThat(customer.get("/stock/find/" + item).json()).hasToString("{\"stock\":7,\"price\":2}");
    assertThat(customer.get("/payment/find_user/" + user).json())
        .hasToString("{\"user_id\":\"" + user + "\",\"credit\":9}");
    String order = customer.order(user, item, item);
    customer.delete("/orders/removeItem/" + order + "/" + item).is(200);
    customer.delete("/orders/removeItem/" + order + "/" + item).is(200);
    customer.delete("/orders/removeItem/" + order + "/" + item).is(400);
    customer.post("/orders/addItem/" + order + "/" + item).is(200);
    assertThat(customer.find(order)).hasToString("{\"order_id\":\"" + order + "\",\"paid\":false,\"items\":[\"" + item
        + "\"],\"user_id\":\"" + user + "\",\"total_cost\":2}");
    customer.checkout(order).is(200);
    assertThat(customer.isPaid(order)).isTrue();
    customer.post("/orders/addItem/" + order + "/" + item + "/1").is(404);
    customer.post("/users/create").is(404);
    customer.post("/stock/batch_init/1/1/1").is(404);
  }

  @Test
  void paymentsByHand() throws IOException {
    speak(CheckoutRigOptions.DEFAULT);
    String user = customer.user(9);
    String order = customer.order(user, customer.item(2, 7));

    assertThat(status(user, order)).isFalse();
    customer.post("/payment/pay/" + user + "/" + order + "/4").is(200);
    customer.post("/payment/pay/" + user + "/" + order + "/4").is(200);
    assertThat(status(user, order)).isTrue();
    assertThat(customer.credit(user)).isEqualTo(5);
    customer.post("/payment/cancel/" + user + "/" + order).is(200);
    customer.post("/payment/cancel/" + user + "/" + order).is(400);
    assertThat(status(user, order)).isFalse();
    assertThat(customer.credit(user)).isEqualTo(9);
    customer.post("/payment/pay/" + user + "/" + order + "/10").is(400);
    customer.checkout(order).is(200);
    assertThat(status(user, order)).isTrue();

    String removed = customer.order(user);
    customer.delete("/orders/remove/" + removed).is(200);
    customer.get("/orders/find/" + removed).is(400);
    customer.delete("/orders/remove/" + order).is(400);
  }

  private boolean status(String user, String order) {
    return customer.post("/payment/status/" + user + "/" + order).json().path("paid").asBoolean();
  }

  @Test
  void ofTwentyTwentyFour() throws IOException {
    speak(CheckoutRigOptions.DEFAULT.withDialect(Dialect.C));
    String user = customer.user(100);
    String item = customer.item(2, 70);
    String order = customer.order(user);
    customer.post("/orders/addItem/" + order + "/" + item + "/3").is(200);
    customer.post("/orders/addItem/" + order + "/" + item + "/4").is(200);
    customer.post("/orders/addItem/" + order + "/" + item + "/0").is(400);
    assertThat(customer.find(order).path("items")).hasToString("[[\"%s\",3],[\"%s\",4]]".formatted(item, item));
    assertThat(customer.find(order).path("total_cost").asLong()).isEqualTo(14);
    customer.checkout(order).is(200);
    assertThat(customer.stock(item)).isEqualTo(63);
    customer.post("/payment/pay/" + user + "/6").is(200);
    customer.post("/payment/pay/" + user + "/81").is(400);
    assertThat(customer.credit(user)).isEqualTo(80);
    customer.post("/orders/addItem/" + order + "/" + item).is(404);
    customer.delete("/orders/removeItem/" + order + "/" + item).is(404);
    customer.post("/payment/pay/" + user + "/" + order + "/1").is(404);
  }

  @Test
  void populationsInBatches() throws IOException {
    speak(CheckoutRigOptions.DEFAULT.withDialect(Dialect.C));
    int n = 100_000;
    assertThat(customer.post("/stock/batch_init/" + n + "/1000/1").json().has("msg")).isTrue();
    assertThat(customer.post("/payment/batch_init/" + n + "/50").json().has("msg")).isTrue();
    assertThat(customer.post("/orders/batch_init/" + n + "/" + n + "/" + n + "/1").json().has("msg")).isTrue();

    assertThat(customer.get("/stock/find/" + (n - 1)).json()).hasToString("{\"stock\":1000,\"price\":1}");
    customer.get("/stock/find/" + n).is(400);
    JsonNode order = customer.find(Integer.toString(n - 1));
    assertThat(order.path("items")).hasSize(2).allMatch(line -> line.path(1).asInt() == 1);
    assertThat(order.path("total_cost").asLong()).isEqualTo(2);
    customer.checkout("0").is(200);
    assertThat(customer.credit(customer.find("0").path("user_id").asText())).isEqualTo(48);

    customer.post("/orders/batch_init/1/2/2/1").is(200);
    customer.checkout("0").is(200); // a new order with an old name
    assertThat(customer.isPaid("0")).isTrue();
  }

  @Test
  void numbersThatAreNoneAreRefused() throws IOException {
    speak(CheckoutRigOptions.DEFAULT);
    String user = customer.user(9);
    String item = customer.item(2, 7);
    String order = customer.order(user);
    for (String number : new String[] {"-1", "x", "1.5", "9223372036854775808", "9007199254740992", "1e3"}) {
      customer.post("/stock/item/create/" + number).is(400);
      customer.post("/stock/add/" + item + "/" + number).is(400);
      customer.post("/stock/subtract/" + item + "/" + number).is(400);
      customer.post("/payment/add_funds/" + user + "/" + number).is(400);
      customer.post("/payment/pay/" + user + "/" + order + "/" + number).is(400);
    }
    customer.post("/stock/add/" + item + "/" + Amounts.MOST).is(400);
    customer.post("/stock/subtract/" + item + "/8").is(400);
    customer.post("/payment/add_funds/" + user + "/" + Amounts.MOST).is(400);
    String dear = customer.item(Amounts.MOST, 5);
    customer.post("/orders/addItem/" + customer.order(user, dear) + "/" + dear).is(400); // the total is too large
    assertThat(customer.stock(item)).isEqualTo(7);
    assertThat(customer.credit(user)).isEqualTo(9);
  }

  @Test
  void whatIsNotThereIsRefused() throws IOException {
    speak(CheckoutRigOptions.DEFAULT);
    String user = customer.user(9);
    String item = customer.item(2, 7);
    String order = customer.order(user);
    customer.post("/stock/add/nothing/1").is(400);
    customer.post("/stock/add/%00/1").is(400);
    customer.post("/payment/pay/" + user + "/" + "o".repeat(3_000) + "/1").is(400);
    customer.get("/stock/find/nothing").is(400);
    customer.get("/payment/find_user/nobody").is(400);
    customer.post("/payment/add_funds/nobody/1").is(400);
    customer.post("/orders/addItem/" + order + "/nothing").is(400);
    customer.post("/orders/addItem/nothing/" + item).is(400);
    customer.get("/orders/find/nothing").is(400);
    customer.checkout("nothing").is(400);
    customer.checkout(order).is(400); // it is empty
    customer.checkout(customer.order("nobody", item)).is(400);
    assertThat(customer.stock(item)).isEqualTo(7);
  }
}
