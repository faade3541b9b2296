package simulations.rollup;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lifecycle.Preflight;
import simulations.Pace;
import targets.Capability;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** The chain changes its mind again and again while payments go on: none may get lost, and none may count twice. */
public final class ReorgSimulation extends PaidSimulation {

  private final double rate = settings.rate("rate", 50);
  private final int depth = settings.count("depth", 2);
  private final Duration every = settings.duration("every", Duration.ofSeconds(5));
  private final double reorganisations = 1_000.0 / every.toMillis();
  private final Pace pace = new Pace(engine, lead(), Pace.dues(profile, rate, duration));
  private final ChainJourneys journeys = new ChainJourneys(accounts(), seed);

  private final ScenarioBuilder payers = scenario("payers").exec(pace.comesWhenDue(), leavesWhenAllIsSpent(),
      journeys.paysForGood(depth));
  private final ScenarioBuilder nemesis = scenario("nemesis").exec(journeys.reorganises(depth));

  {
    settings.prefer("history", "on");
    setUp(afterWarmUp(rate, payers.injectOpen(pace.arrivals()).andThen(audit()),
        nemesis.injectOpen(nothingFor(lead().plus(every)), constantUsersPerSec(reorganisations).during(duration))))
        .protocols(protocols())
        .assertions(gates(Map.of("transfer", pace.users(), "reorganise", 1L)));
  }

  @Override
  protected void inspect(Preflight preflight) {
    super.inspect(preflight);
    preflight.check("reorganisations",
        () -> capabilities().contains(Capability.REORGANISATION) ? List.of()
            : List.of("the target cannot be told to reorganise its chain: leave -Dhistory=on, or name a target with the"
                + " capability reorganisation, such as anvil with its history"));
  }

  @Override
  protected Map<String, Long> scheduled() {
    return Map.of("transfer", pace.users());
  }
}
