package simulations.red;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.Map;
import lifecycle.Run;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** An error of ours, before the first user comes: nothing is wrong with what was asked for. */
public final class StumblesAtTheStart extends Bare {

  private final ScenarioBuilder users = scenario("users").exec(ask());

  {
    setUp(users.injectOpen(atOnceUsers((int) USERS)).andThen(audit())).protocols(protocols())
        .assertions(gates(Map.of(ASK, USERS)));
  }

  @Override
  protected void plan(Run run) {
    throw new IllegalStateException("a planted error");
  }
}
