package simulations.checkout;

import invariant.checkout.Matter;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Six kinds of shopper, weighted; the last two must be refused. */
public final class CheckoutStressSimulation extends CheckoutSimulation {

  private final double rate = settings.rate("rate", 50);
  private final int users = settings.count("users", 100);
  private final Think think = settings.choice("think", rules == Rules.STRICT ? Think.NONE : Think.CODE);
  private final ShopJourneys shop = new ShopJourneys(dice, rules, think);

  private final ScenarioBuilder shoppers = scenario("shoppers").exec(shop.isDrawn(), shop.shops());
  private final ScenarioBuilder regulars = scenario("regulars").exec(shop.isDrawn()).during(duration).on(shop.shops());

  {
    setUp(afterWarmUp(List.of(load()))).protocols(protocols()).assertions(gates(expected()));
  }

  private PopulationBuilder load() {
    return rules == Rules.STRICT ? shoppers.injectOpen(profile.steps(rate, duration))
        : regulars.injectOpen(atOnceUsers(users));
  }

  /** What is certain to come, but for one run in many thousands: shares are drawn. */
  private Map<String, Long> expected() {
    long all = rules == Rules.STRICT ? profile.arrivals(rate, duration) : users;
    Map<String, Long> least = new TreeMap<>();
    shop.shares().forEach((name, share) -> least.put(name, (long) (all * share - 5 * Math.sqrt(all * share))));
    least.values().removeIf(count -> count <= 0);
    return least;
  }

  @Override
  protected Set<Matter> leftOut() {
    return Set.of(Matter.EMPTY_ORDERS);
  }
}
