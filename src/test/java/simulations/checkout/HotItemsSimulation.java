package simulations.checkout;

import invariant.checkout.Matter;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Everyone wants the same few things, and the most popular ones are soon sold out. */
public final class HotItemsSimulation extends CheckoutSimulation {

  private static final int PRICE = 3;
  private static final int CREDIT = 20;

  private final double rate = settings.rate("rate", 50);
  private final int items = settings.count("items", 30);
  private final int stock = settings.count("stock", 60);
  private final Market market = new Market(dice, items, 1);

  private final ScenarioBuilder stocking = scenario("stocking").exec(market.stocksAnItem(stock, PRICE));
  private final ScenarioBuilder shoppers = scenario("shoppers").exec(market.buysAsANewCustomer(3, CREDIT));

  {
    setUp(afterWarmUp(List.of(stocking.injectOpen(Market.settingUp(items)), isSetUp(market, items),
        shoppers.injectOpen(profile.steps(rate, duration))))).protocols(protocols())
        .assertions(gates(Map.of("buys", profile.arrivals(rate, duration))));
  }

  @Override
  protected Set<Matter> leftOut() {
    return Set.of(Matter.EMPTY_ORDERS, Matter.EXPECTATIONS);
  }
}
