package protocol.checkout;

import history.Operation;
import history.Outcome;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import protocol.engine.SimulationLog;
import targets.Dialect;

import static io.gatling.javaapi.core.CoreDsl.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static protocol.checkout.CheckoutDsl.addItem;
import static protocol.checkout.CheckoutDsl.checkout;
import static protocol.checkout.CheckoutDsl.createBatchOfItems;
import static protocol.checkout.CheckoutDsl.createBatchOfOrders;
import static protocol.checkout.CheckoutDsl.createBatchOfUsers;
import static protocol.checkout.CheckoutDsl.createItem;
import static protocol.checkout.CheckoutDsl.findItem;
import static protocol.checkout.CheckoutDsl.findOrder;
import static protocol.checkout.CheckoutDsl.findUser;
import static protocol.checkout.CheckoutDsl.removeItem;
import static protocol.checkout.CheckoutDsl.subtractStock;
import static protocol.checkout.Shop.one;
import static protocol.checkout.Shop.protocol;
import static protocol.checkout.Shop.shopper;

/** Every verb, in every dialect, against the embedded services. */
@Timeout(120)
final class VerbsTest {

  @RegisterExtension
  final Shop shop = new Shop();

  @TempDir
  private Path results;

  /** A journey through all verbs that all dialects have. */
  public static final class Shopping extends Simulation {
    {
      setUp(one(shopper().exec(createItem("5").savingAs("item2"), subtractStock("#{item}", "1"))
          .exec(checkout("#{order}").mustBePaid(), findItem("#{item}"), findUser("#{user}"), findOrder("#{order}"))
          .exec(checkout("#{order}").mustBeRefused(), checkout("#{order}").mayBeRefused())
          .exec(subtractStock("#{item2}", "#{stock}").unmeasured().mayBeRefused())))
          .protocols(protocol(), CheckoutProtocol.http());
    }
  }

  @ParameterizedTest
  @EnumSource
  void verbsOfAllDialects(Dialect dialect) throws Exception {
    shop.start(dialect, dialect != Dialect.B);

    SimulationLog log = shop.play(Shopping.class, results);

    String item = shop.operations("create item").getFirst().answered().path("item").asText();
    String user = shop.operation("create user").answered().path("user").asText();
    String order = shop.operation("create order").answered().path("order").asText();
    assertThat(shop.operation("add stock")).satisfies(added -> {
      assertThat(added.entity()).isEqualTo(item);
      assertThat(added.asked()).hasToString("{\"amount\":10}");
      assertThat(added.answered().isNull()).isTrue();
    });
    assertThat(shop.operation("create order").asked().path("user").asText()).isEqualTo(user);
    assertThat(shop.operation("add item").entity()).isEqualTo(order);
    assertThat(shop.operation("add item").asked()).hasToString("{\"item\":\"" + item + "\",\"quantity\":1}");
    assertThat(shop.operation("find item").answered()).hasToString("{\"stock\":8,\"price\":3}");
    assertThat(shop.operation("find user").answered()).hasToString("{\"credit\":17}");
    assertThat(shop.operation("find order").answered())
        .hasToString("{\"user\":\"" + user + "\",\"paid\":true,\"total\":3,\"items\":[[\"" + item + "\",1]]}");
    assertThat(shop.operations("checkout")).extracting(checkout -> checkout.asked().path("expect").asText())
        .containsExactly("paid", "refused", "");
    assertThat(shop.operations("checkout").get(1).outcome()).isInstanceOf(Outcome.Refused.class);
    assertThat(shop.operation("warm-up: subtract stock").invocation().measured()).isFalse();
    assertThat(log.requests).allMatch(SimulationLog.Request::ok)
        .extracting(SimulationLog.Request::name)
        .contains("create item", "checkout", "warm-up: subtract stock");
  }

  /** What only C can do. */
  public static final class Batches extends Simulation {
    {
      setUp(one(scenario("batches").exec(createBatchOfItems("20", "100", "2"), createBatchOfUsers("10", "50"))
          .exec(createBatchOfOrders("5", "20", "10", "2"), addItem("4", "19", "3"), findOrder("4"), findItem("19"))))
          .protocols(protocol(), CheckoutProtocol.http());
    }
  }

  @Test
  void batchesAndQuantities() throws Exception {
    shop.start(Dialect.C, true);

    shop.play(Batches.class, results);

    assertThat(shop.ended()).allMatch(Operation::ok);
    assertThat(shop.operation("create batch of items").asked()).hasToString("{\"count\":20,\"stock\":100,\"price\":2}");
    assertThat(shop.operation("create batch of users").asked()).hasToString("{\"count\":10,\"credit\":50}");
    assertThat(shop.operation("create batch of orders").asked()).hasToString("{\"count\":5}");
    assertThat(shop.operation("find item").answered()).hasToString("{\"stock\":100,\"price\":2}");
    assertThat(shop.operation("find order").answered().path("items").toString()).contains("[\"19\",");
  }

  /** What C cannot do, and names and rules of the course. */
  public static final class Course extends Simulation {
    {
      setUp(one(shopper().exec(removeItem("#{order}", "#{item}"), addItem("#{order}", "#{item}", "2"))
          .exec(addItem("#{order}", "#{item}"))
          .exec(checkout("nobody").mustBeRefused(), checkout("nobody"), checkout("#{order}").mustBeRefused())))
          .protocols(protocol().compatible(true), CheckoutProtocol.http());
    }
  }

  @Test
  void namesAndRulesOfTheCourse() throws Exception {
    shop.start(Dialect.B, true);

    SimulationLog log = shop.play(Course.class, results);

    assertThat(shop.operation("remove item").ok()).isTrue();
    assertThat(shop.operations("add item")).as("two at a time are not sent").hasSize(2);
    assertThat(log.requests).extracting(SimulationLog.Request::name)
        .contains("/stock/item/create/[price]", "/orders/removeItem/[order_id]/[item_id]");
    assertThat(log.named("/orders/checkout/[order_id]")).extracting(SimulationLog.Request::ok)
        .containsExactly(true, false, false);
    assertThat(shop.operations("checkout")).extracting(Operation::ok).containsExactly(false, false, true);
  }
}
