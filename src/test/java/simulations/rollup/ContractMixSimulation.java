package simulations.rollup;

import invariant.Invariant;
import invariant.rollup.RollupInvariants;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import simulations.Pace;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Payments, payments in a token, writes, deployments, hard work and calls that must revert, weighted by a file. */
public final class ContractMixSimulation extends PaidSimulation {

  private final double rate = settings.rate("rate", 50);
  private final Pace pace = new Pace(engine, Duration.ZERO, Pace.dues(profile, rate, duration));
  private final Draws draws = new Draws(settings, PaidSimulation::resource, pace.users(), seed);
  private final Contracts contracts = new Contracts(settings, accounts());
  private final ContractJourneys journeys = new ContractJourneys(new ChainJourneys(accounts(), seed), settings);

  private final ScenarioBuilder setUp = scenario("set-up").exec(contracts.areDeployed(), pace.begins());
  private final ScenarioBuilder users = scenario("users").exec(draws::isDrawn)
      .exec(contracts::areKnown)
      .exec(pace.comesWhenDue(), leavesWhenAllIsSpent(), journeys.sends());

  {
    setUp(
        afterWarmUp(rate, setUp.injectOpen(atOnceUsers(1)).andThen(users.injectOpen(pace.arrivals()).andThen(audit()))))
        .protocols(protocols())
        .assertions(gates(scheduled()));
  }

  @Override
  protected Map<String, Long> scheduled() {
    return draws.counts();
  }

  @Override
  protected List<Invariant> invariants() {
    List<Invariant> all = new ArrayList<>(super.invariants());
    all.add(RollupInvariants.tokenSupplyIsConserved());
    if (draws.counts().containsKey(ContractJourneys.REVERT)) {
      all.add(RollupInvariants.whatMustRevertReverts());
    }
    return List.copyOf(all);
  }

  @Override
  protected ChainBuilder alsoRead() {
    return exec(contracts.isRead());
  }
}
