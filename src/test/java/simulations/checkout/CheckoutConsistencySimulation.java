package simulations.checkout;

import history.History;
import invariant.checkout.ClassicNumbers;
import invariant.checkout.Matter;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import targets.Dialect;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** A thousand shoppers check out at once, with goods for a hundred of them: what is sold is gone, once. */
public final class CheckoutConsistencySimulation extends CheckoutSimulation {

  private final Preset preset = Preset.of(settings);
  private final Market market = new Market(dice, preset.items(), 0);

  private final ScenarioBuilder checkouts = scenario("checkouts").exec(market.takesAnyOrder(preset.batches()),
      market.checksOut());

  {
    List<PopulationBuilder> phases = new ArrayList<>(preset.setsUp(market));
    phases.add(isSetUp(market, preset.size()));
    phases.add(checkouts.injectOpen(atOnceUsers(preset.checkouts())));
    setUp(afterWarmUp(phases)).protocols(protocols()).assertions(gates(Map.of("checkout", (long) preset.checkouts())));
  }

  @Override
  protected List<String> remarks(History history) {
    return preset.batches() ? List.of() : ClassicNumbers.of(history, preset.allStock(), preset.allCredit()).lines();
  }

  @Override
  protected Set<Matter> leftOut() {
    return preset.batches() ? Set.of(Matter.EMPTY_ORDERS, Matter.EXPECTATIONS, Matter.CARTS, Matter.REFUSALS)
        : Set.of(Matter.EMPTY_ORDERS, Matter.EXPECTATIONS);
  }

  @Override
  protected Set<Dialect> dialects() {
    return preset.batches() ? Set.of(Dialect.C) : super.dialects();
  }
}
