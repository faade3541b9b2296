package simulations.checkout;

import invariant.checkout.Matter;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Stock and credit are looked at while shoppers buy: whatever is shown must have been true at that time. */
public final class ReadWhileWriteSimulation extends CheckoutSimulation {

  private static final int ITEMS = 10;
  private static final int USERS = 20;
  private static final int PLENTY = 100_000;

  private final double rate = settings.rate("rate", 40);
  private final int readers = settings.count("readers", 5);
  private final Market market = new Market(dice, ITEMS, 1);

  private final ScenarioBuilder stocking = scenario("stocking").exec(market.stocksAnItem(PLENTY, 2));
  private final ScenarioBuilder registering = scenario("registering").exec(market.registersAUser(PLENTY));
  private final ScenarioBuilder buyers = scenario("buyers").exec(market.buysAsARegular(2));
  private final ScenarioBuilder onlookers = scenario("onlookers").exec(market.looksAround());

  {
    setUp(afterWarmUp(
        List.of(stocking.injectOpen(Market.settingUp(ITEMS)), registering.injectOpen(Market.settingUp(USERS)),
            isSetUp(market, ITEMS + USERS), buyers.injectOpen(profile.steps(rate, duration))),
        onlookers.injectClosed(constantConcurrentUsers(readers).during(duration)))).protocols(protocols())
        .assertions(gates(Map.of("buys", profile.arrivals(rate, duration))));
  }

  @Override
  protected Set<Matter> leftOut() {
    return Set.of(Matter.EMPTY_ORDERS, Matter.EXPECTATIONS, Matter.REFUSALS);
  }
}
