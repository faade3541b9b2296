package simulations.rollup;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.Map;
import simulations.Pace;

import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Payments at a given rate, whether or not those before them are in a block, each followed into its own. */
public final class TransferStormSimulation extends PaidSimulation {

  private final double rate = settings.rate("rate", 200);
  private final Pace pace = new Pace(engine, lead(), Pace.dues(profile, rate, duration));
  private final ChainJourneys journeys = new ChainJourneys(accounts(), seed);

  private final ScenarioBuilder payers = scenario("payers").exec(pace.comesWhenDue(), leavesWhenAllIsSpent(),
      journeys.pays());

  {
    if (isEmbedded() && settings.given("blockTime").isEmpty()) {
      sparesAnvil();
    }
    setUp(afterWarmUp(rate, payers.injectOpen(pace.arrivals()).andThen(audit()))).protocols(protocols())
        .assertions(gates(scheduled()));
  }

  @Override
  protected Map<String, Long> scheduled() {
    return Map.of("transfer", pace.users());
  }

  /**
   * What anvil takes for a block grows with the square of what is in it; what may still leave its block is in memory; and now and then
   * what anvil has accepted is in no block until it is offered more.
   */
  private void sparesAnvil() {
    settings.prefer("blockTime", "100ms");
    settings.prefer("inFlight", "8");
    settings.prefer("settled", "16");
    settings.prefer("stuck", "2s");
  }
}
