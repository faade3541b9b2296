package protocol.checkout;

import history.Invocation;
import history.Operation;
import history.Outcome;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import protocol.engine.SimulationLog;
import protocol.engine.Stage;
import rig.checkout.CheckoutRig;
import rig.checkout.CheckoutRigOptions;
import targets.Dialect;
import targets.Target;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static protocol.checkout.CheckoutDsl.addFunds;
import static protocol.checkout.CheckoutDsl.addItem;
import static protocol.checkout.CheckoutDsl.addStock;
import static protocol.checkout.CheckoutDsl.checkout;
import static protocol.checkout.CheckoutDsl.createBatchOfItems;
import static protocol.checkout.CheckoutDsl.createBatchOfOrders;
import static protocol.checkout.CheckoutDsl.createBatchOfUsers;
import static protocol.checkout.CheckoutDsl.createItem;
import static protocol.checkout.CheckoutDsl.createOrder;
import static protocol.checkout.CheckoutDsl.createUser;
import static protocol.checkout.CheckoutDsl.findItem;
import static protocol.checkout.CheckoutDsl.findOrder;
import static protocol.checkout.CheckoutDsl.findUser;
import static protocol.checkout.CheckoutDsl.removeItem;
import static protocol.checkout.CheckoutDsl.subtractStock;

/** Every verb, in every dialect, against the embedded services. */
@Timeout(120)
final class VerbsTest {

  /** For the simulations, which Gatling constructs. */
  private static CheckoutRig rig;
  private static Target target;

  private final Stage stage = new Stage();

  @TempDir
  private Path results;

  private void start(Dialect dialect, boolean gateway) throws IOException {
    rig = CheckoutRig.bind(CheckoutRigOptions.DEFAULT.withDialect(dialect).withGateway(gateway));
    rig.start(_ -> {});
    Target silent = Services.target(rig.target().endpoints(), Optional.empty());
    CheckoutPreflight.Found found = CheckoutPreflight.inspect(silent);
    assertThat(found.problems()).isEmpty();
    assertThat(found.target().dialect()).contains(dialect);
    target = found.target();
  }

  @AfterEach
  void close() {
    rig.close();
    stage.close();
  }

  private static CheckoutProtocol protocol() {
    return CheckoutProtocol.of(Stage.current().engine, () -> target);
  }

  /** Somebody with money, an item on the shelf, and an empty order. */
  private static ScenarioBuilder shopper() {
    return scenario("shopper").exec(createItem("3"), addStock("#{item}", "10"), createUser())
        .exec(addFunds("#{user}", session -> 20L), createOrder("#{user}"), addItem("#{order}", "#{item}"));
  }

  private static PopulationBuilder one(ScenarioBuilder scenario) {
    return scenario.injectOpen(atOnceUsers(1));
  }

  private List<Operation> operations(String kind) {
    assertThat(stage.events.stream().filter(Invocation.class::isInstance)).as("begun").hasSameSizeAs(ended());
    return ended().stream().filter(operation -> operation.kind().equals(kind)).toList();
  }

  private List<Operation> ended() {
    return stage.events.stream().filter(Operation.class::isInstance).map(Operation.class::cast).toList();
  }

  private Operation operation(String kind) {
    return operations(kind).getLast();
  }

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
    start(dialect, dialect != Dialect.B);

    SimulationLog log = stage.play(Shopping.class, results);

    String item = operations("create item").getFirst().answered().path("item").asText();
    String user = operation("create user").answered().path("user").asText();
    String order = operation("create order").answered().path("order").asText();
    assertThat(operation("add stock")).satisfies(added -> {
      assertThat(added.entity()).isEqualTo(item);
      assertThat(added.asked()).hasToString("{\"amount\":10}");
      assertThat(added.answered().isNull()).isTrue();
    });
    assertThat(operation("create order").asked().path("user").asText()).isEqualTo(user);
    assertThat(operation("add item").entity()).isEqualTo(order);
    assertThat(operation("add item").asked()).hasToString("{\"item\":\"" + item + "\",\"quantity\":1}");
    assertThat(operation("find item").answered()).hasToString("{\"stock\":8,\"price\":3}");
    assertThat(operation("find user").answered()).hasToString("{\"credit\":17}");
    assertThat(operation("find order").answered())
        .hasToString("{\"user\":\"" + user + "\",\"paid\":true,\"total\":3,\"items\":[[\"" + item + "\",1]]}");
    assertThat(operations("checkout")).extracting(checkout -> checkout.asked().path("expect").asText())
        .containsExactly("paid", "refused", "");
    assertThat(operations("checkout").get(1).outcome()).isInstanceOf(Outcome.Refused.class);
    assertThat(operation("warm-up: subtract stock").invocation().measured()).isFalse();
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
    start(Dialect.C, true);

    stage.play(Batches.class, results);

    assertThat(ended()).allMatch(Operation::ok);
    assertThat(operation("create batch of items").asked()).hasToString("{\"count\":20,\"stock\":100,\"price\":2}");
    assertThat(operation("create batch of users").asked()).hasToString("{\"count\":10,\"credit\":50}");
    assertThat(operation("create batch of orders").asked()).hasToString("{\"count\":5}");
    assertThat(operation("find item").answered()).hasToString("{\"stock\":100,\"price\":2}");
    assertThat(operation("find order").answered().path("items").toString()).contains("[\"19\",");
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
    start(Dialect.B, true);

    SimulationLog log = stage.play(Course.class, results);

    assertThat(operation("remove item").ok()).isTrue();
    assertThat(operations("add item")).as("two at a time are not sent").hasSize(2);
    assertThat(log.requests).extracting(SimulationLog.Request::name)
        .contains("/stock/item/create/[price]", "/orders/removeItem/[order_id]/[item_id]");
    assertThat(log.named("/orders/checkout/[order_id]")).extracting(SimulationLog.Request::ok)
        .containsExactly(true, false, false);
    assertThat(operations("checkout")).extracting(Operation::ok).containsExactly(false, false, true);
  }
}
