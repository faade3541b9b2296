package simulations.checkout;

import fault.Fault;
import invariant.checkout.Matter;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lifecycle.Preflight;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static protocol.nemesis.NemesisDsl.serviceStopped;
import static protocol.nemesis.NemesisDsl.window;

/** A service dies while shoppers check out, and returns: whatever was half done must come to its end, one way or the other. */
public final class ServiceKilledSimulation extends CheckoutSimulation {

  private static final int ITEMS = 30;
  private static final int STOCK = 60;

  private final double rate = settings.rate("rate", 50);
  private final Duration down = settings.duration("down", Duration.ofSeconds(5));
  private final Fault fault = serviceStopped(this::target, settings.text("service", "payment"));
  private final Market market = new Market(dice, ITEMS, 1);

  private final ScenarioBuilder stocking = scenario("stocking").exec(market.stocksAnItem(STOCK, 3));
  private final ScenarioBuilder shoppers = scenario("shoppers").exec(market.buysAsANewCustomer(3, 20));
  private final ScenarioBuilder nemesis = scenario("nemesis").exec(window(fault, down));

  {
    settings.prefer("successRate", "80"); // what a shopper does while a service is down fails
    setUp(afterWarmUp(
        List.of(stocking.injectOpen(Market.settingUp(ITEMS)), isSetUp(market, ITEMS),
            shoppers.injectOpen(profile.steps(rate, duration))),
        nemesis.injectOpen(nothingFor(duration.dividedBy(3)), atOnceUsers(1)))).protocols(protocols())
        .assertions(gates(Map.of("buys", profile.arrivals(rate, duration))));
  }

  @Override
  protected void inspect(Preflight preflight) {
    super.inspect(preflight);
    preflight.check("the fault", fault::problems);
  }

  @Override
  protected Set<Matter> leftOut() {
    return Set.of(Matter.EMPTY_ORDERS, Matter.EXPECTATIONS);
  }
}
