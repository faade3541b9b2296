package simulations.checkout;

import invariant.checkout.Matter;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Each order is checked out several times at once, and once more when that is over: it must be paid once. */
public final class RepeatedCheckoutSimulation extends CheckoutSimulation {

  private static final int ITEMS = 10;
  private static final int PLENTY = 1_000_000;

  private final int orders = settings.count("orders", 300);
  private final int times = settings.count("times", 5);
  private final Market market = new Market(dice, ITEMS, 0);

  private final ScenarioBuilder stocking = scenario("stocking").exec(market.stocksAnItem(PLENTY, 1));
  private final ScenarioBuilder ordering = scenario("ordering").exec(market.placesAnOrderOf(2, PLENTY));
  private final ScenarioBuilder atOnce = scenario("at once").exec(market.takesAnOrder(times), market.checksOut());
  private final ScenarioBuilder again = scenario("again").exec(market.takesAnOrder(1), market.checksOut());

  {
    setUp(
        afterWarmUp(List.of(stocking.injectOpen(Market.settingUp(ITEMS)), ordering.injectOpen(Market.settingUp(orders)),
            isSetUp(market, ITEMS + orders), atOnce.injectOpen(atOnceUsers(orders * times)),
            again.injectOpen(rampUsers(orders).during(duration.dividedBy(10))))))
        .protocols(protocols())
        .assertions(gates(Map.of("checkout", (long) orders * (times + 1))));
  }

  @Override
  protected Set<Matter> leftOut() {
    return Set.of(Matter.EMPTY_ORDERS, Matter.EXPECTATIONS, Matter.REFUSALS);
  }
}
