package simulations.red;

import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lifecycle.Progress;
import lifecycle.Run;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** What the run owns takes its time to close, as a database does: somebody may lose patience meanwhile. */
public final class ClosesSlowly extends Bare {

  private static final int SECONDS = 3;

  private final ScenarioBuilder users = scenario("users").exec(ask());

  {
    setUp(users.injectOpen(atOnceUsers((int) USERS)).andThen(audit())).protocols(protocols())
        .assertions(gates(Map.of(ASK, USERS)));
  }

  @Override
  protected void plan(Run run) {
    super.plan(run);
    run.own(() -> {
      Progress.say("it takes a while to close");
      CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS)).join();
    });
  }
}
