package simulations.red;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.Map;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Each user stumbles in the simulation itself, before anything is asked: Gatling alone calls this green. */
public final class EveryoneCrashesBefore extends Bare {

  private final ScenarioBuilder users = scenario("users")
      .exec(session -> session.set("share", session.getInt("nothing")))
      .exitHereIfFailed()
      .exec(ask());

  {
    setUp(users.injectOpen(atOnceUsers((int) USERS)).andThen(audit())).protocols(protocols())
        .assertions(gates(Map.of(ASK, USERS)));
  }
}
