package simulations.checkout;

import invariant.checkout.Matter;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Several shoppers put different items into the same order at the same time: all of them must be in it, and in its total. */
public final class CartRaceSimulation extends CheckoutSimulation {

  private static final int PLENTY = 1_000_000;

  private final int orders = settings.count("orders", 60);
  private final int times = settings.count("times", 10);
  private final Market market = new Market(dice, times, 0);

  private final ScenarioBuilder stocking = scenario("stocking").exec(market.stocksAnItem(PLENTY, 1));
  private final ScenarioBuilder ordering = scenario("ordering").exec(market.placesAnOrderOf(0, PLENTY));
  private final ScenarioBuilder friends = scenario("friends").exec(market.takesAnOrder(times),
      market.addsAnItemOfItsOwn());
  private final ScenarioBuilder payers = scenario("payers").exec(market.takesAnOrder(1), market.checksOut());

  {
    setUp(afterWarmUp(List.of(stocking.injectOpen(Market.settingUp(times)),
        ordering.injectOpen(Market.settingUp(orders)), isSetUp(market, times + orders),
        friends.injectOpen(atOnceUsers(orders * times)), payers.injectOpen(atOnceUsers(orders)))))
        .protocols(protocols())
        .assertions(gates(Map.of("add item", (long) orders * times, "checkout", (long) orders)));
  }

  @Override
  protected Set<Matter> leftOut() {
    return Set.of(Matter.EMPTY_ORDERS, Matter.EXPECTATIONS, Matter.REFUSALS);
  }
}
