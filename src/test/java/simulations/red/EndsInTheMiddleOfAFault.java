package simulations.red;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.Map;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static java.time.Duration.ofMinutes;
import static protocol.nemesis.NemesisDsl.serviceStopped;
import static protocol.nemesis.NemesisDsl.window;

/** A server is stopped for longer than the run may last. */
public final class EndsInTheMiddleOfAFault extends Bare {

  private final ScenarioBuilder nemesis = scenario("nemesis")
      .exec(window(serviceStopped(this::target, "A"), ofMinutes(5)));
  private final ScenarioBuilder users = scenario("users").exec(ask());

  {
    setUp(nemesis.injectOpen(atOnceUsers(1)), users.injectOpen(atOnceUsers((int) USERS))).protocols(protocols())
        .maxDuration(settings.duration("atMost", ofMinutes(2)))
        .assertions(gates(Map.of(ASK, USERS)));
  }
}
