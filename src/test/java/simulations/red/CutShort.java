package simulations.red;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.Map;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

/** The time is up before the load is over: nothing is judged. */
public final class CutShort extends Bare {

  private final ScenarioBuilder users = scenario("users").forever().on(exec(ask()).pause(ofMillis(100)));

  {
    setUp(users.injectOpen(atOnceUsers((int) USERS)).andThen(audit())).protocols(protocols())
        .maxDuration(ofSeconds(2))
        .assertions(gates(Map.of(ASK, USERS)));
  }
}
