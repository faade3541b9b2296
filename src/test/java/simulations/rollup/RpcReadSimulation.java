package simulations.rollup;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import protocol.rpc.read.Sweep;
import simulations.Pace;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static protocol.rpc.read.ReadDsl.compare;
import static protocol.rpc.read.ReadDsl.read;

/** A chain is asked what wallets and explorers ask; or ever more, up to the knee; or two nodes the same, and they must agree. */
public final class RpcReadSimulation extends ReadSimulation {

  private final double rate = settings.rate("rate", 200);
  private final Pace pace = new Pace(engine, lead(), Pace.dues(profile, rate, duration));

  private final ScenarioBuilder readers = scenario("readers").exec(pace.comesWhenDue()).exec(read().due(Pace.DUE));
  private final ScenarioBuilder doubters = scenario("doubters").exec(pace.comesWhenDue()).exec(compare().due(Pace.DUE));

  {
    setUp(warmUp(), load()).protocols(protocols()).assertions(gates(expected(pace.users())));
  }

  private PopulationBuilder load() {
    return switch (mode) {
      case LOAD -> readers.injectOpen(pace.arrivals()).andThen(audit());
      case SWEEP -> inTurn(sweep.steps().stream().map(this::step).toList());
      case EQUALITY -> doubters.injectOpen(pace.arrivals()).andThen(audit());
    };
  }

  private PopulationBuilder step(Sweep.Step step) {
    return scenario(step.name()).doIf(_ -> sweep.goesOn(step))
        .then(read().in(step.name()))
        .injectOpen(constantUsersPerSec(step.rate()).during(sweep.length()));
  }
}
