package simulations.red;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.Map;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Each user asks, and stumbles over an error of ours. */
public final class EveryoneCrashes extends Bare {

  private final ScenarioBuilder users = scenario("users").exec(ask(), crash());

  {
    setUp(users.injectOpen(atOnceUsers((int) USERS)).andThen(audit())).protocols(protocols())
        .assertions(gates(Map.of(ASK, USERS)));
  }
}
