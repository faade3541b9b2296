package simulations.red;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.Map;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static java.time.Duration.ofSeconds;
import static protocol.nemesis.NemesisDsl.serviceStopped;
import static protocol.nemesis.NemesisDsl.window;

/** A server is stopped for a second: green where the target can do it, red where it cannot. */
public final class BreaksAndHeals extends Bare {

  private final ScenarioBuilder nemesis = scenario("nemesis")
      .exec(window(serviceStopped(this::target, "A"), ofSeconds(1)));
  private final ScenarioBuilder users = scenario("users").exec(ask());

  {
    setUp(nemesis.injectOpen(atOnceUsers(1)).andThen(users.injectOpen(atOnceUsers((int) USERS)).andThen(audit())))
        .protocols(protocols())
        .assertions(gates(Map.of(ASK, USERS, "fault: A stopped", 1L)));
  }
}
