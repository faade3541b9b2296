package simulations.checkout;

import invariant.checkout.Matter;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Orders that must be refused, in whole or in part, between good ones: each refusal must leave everything as it was. */
public final class RollbackSimulation extends CheckoutSimulation {

  private static final int ITEMS = 10;
  private static final int PLENTY = 1_000_000;

  private final double rate = settings.rate("rate", 50);
  private final Market market = new Market(dice, ITEMS, 0);
  private final Refusals refusals = new Refusals(dice, market);

  private final ScenarioBuilder stocking = scenario("stocking").exec(market.stocksAnItem(PLENTY, 2));
  private final ScenarioBuilder shoppers = scenario("shoppers")
      .exec(refusals.oneOf(market.buysAsANewCustomer(3, PLENTY), refusals.wantsSomethingThatIsMissing(),
          refusals.cannotPay(), refusals.checksOutNothing(), refusals.addsLessThanNothing()));

  {
    setUp(afterWarmUp(List.of(stocking.injectOpen(Market.settingUp(ITEMS)), isSetUp(market, ITEMS),
        shoppers.injectOpen(profile.steps(rate, duration))))).protocols(protocols()).assertions(gates(Map.of()));
  }

  @Override
  protected Set<Matter> leftOut() {
    return Set.of();
  }
}
