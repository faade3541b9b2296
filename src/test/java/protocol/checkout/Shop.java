package protocol.checkout;

import history.Invocation;
import history.Operation;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
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
import static protocol.checkout.CheckoutDsl.createItem;
import static protocol.checkout.CheckoutDsl.createOrder;
import static protocol.checkout.CheckoutDsl.createUser;

/** The embedded services, as a preflight has found them, and a stage for their shoppers. */
final class Shop implements AfterEachCallback {

  /** For the simulations, which Gatling constructs. */
  private static CheckoutRig rig;
  private static Target target;

  private final Stage stage = new Stage();

  void start(Dialect dialect, boolean gateway) throws IOException {
    start(CheckoutRigOptions.DEFAULT.withDialect(dialect).withGateway(gateway));
  }

  void start(CheckoutRigOptions options) throws IOException {
    rig = CheckoutRig.bind(options);
    rig.start(_ -> {});
    Target silent = Services.target(rig.target().endpoints(), Optional.empty());
    CheckoutPreflight.Found found = CheckoutPreflight.inspect(silent);
    assertThat(found.problems()).isEmpty();
    assertThat(found.target().dialect()).contains(options.dialect());
    target = found.target();
  }

  /** Plays a simulation to its end. */
  SimulationLog play(Class<? extends Simulation> simulation, Path results) throws IOException {
    return stage.play(simulation, results);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    rig.close();
    stage.close();
  }

  static CheckoutProtocol protocol() {
    return CheckoutProtocol.of(Stage.current().engine, () -> target);
  }

  /** Somebody with money, an item on the shelf, and an empty order. */
  static ScenarioBuilder shopper() {
    return scenario("shopper").exec(createItem("3"), addStock("#{item}", "10"), createUser())
        .exec(addFunds("#{user}", session -> 20L), createOrder("#{user}"), addItem("#{order}", "#{item}"));
  }

  static PopulationBuilder one(ScenarioBuilder scenario) {
    return scenario.injectOpen(atOnceUsers(1));
  }

  List<Operation> operations(String kind) {
    assertThat(stage.events.stream().filter(Invocation.class::isInstance)).as("begun").hasSameSizeAs(ended());
    return ended().stream().filter(operation -> operation.kind().equals(kind)).toList();
  }

  List<Operation> ended() {
    return ended(stage);
  }

  /** What has ended so far on the current stage. */
  static List<Operation> current() {
    return ended(Stage.current());
  }

  private static List<Operation> ended(Stage stage) {
    return stage.events.stream().filter(Operation.class::isInstance).map(Operation.class::cast).toList();
  }

  Operation operation(String kind) {
    return operations(kind).getLast();
  }
}
