package simulations.red;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.Map;
import protocol.engine.ComponentsKey;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Its protocol cannot be opened: Gatling itself breaks down, when the run has begun. */
public final class BreaksTheInjector extends Bare {

  private static final ComponentsKey<Nobody, Nothing> LOCKED = new ComponentsKey<>(Nobody.class, (_, _) -> {
    throw new IllegalStateException("a planted error");
  });

  private final ScenarioBuilder users = scenario("users").exec(LOCKED.action(ASK, (turn, _) -> turn.end()));

  {
    setUp(users.injectOpen(atOnceUsers((int) USERS)).andThen(audit())).protocols(protocols())
        .assertions(gates(Map.of(ASK, USERS)));
  }
}
