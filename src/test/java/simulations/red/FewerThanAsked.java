package simulations.red;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.Map;
import lifecycle.Run;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Fewer users come than were planned. */
public final class FewerThanAsked extends Bare {

  private final ScenarioBuilder users = scenario("users").exec(ask());

  {
    setUp(users.injectOpen(atOnceUsers((int) USERS)).andThen(audit())).protocols(protocols())
        .assertions(gates(Map.of(ASK, USERS)));
  }

  @Override
  protected void plan(Run run) {
    run.plan(Map.of(ASK, USERS + 3));
  }
}
