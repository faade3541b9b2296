package simulations.red;

import invariant.Evidence;
import invariant.Examination;
import invariant.Invariant;
import invariant.Verdict;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.List;
import java.util.Map;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** An invariant cannot be decided. */
public final class NobodyKnows extends Bare {

  private final ScenarioBuilder users = scenario("users").exec(ask());

  {
    setUp(users.injectOpen(atOnceUsers((int) USERS)).andThen(audit())).protocols(protocols())
        .assertions(gates(Map.of(ASK, USERS)));
  }

  @Override
  protected List<Invariant> invariants() {
    return List.of(new Undecided());
  }

  private record Undecided() implements Invariant {

    @Override
    public String title() {
      return "the future is known";
    }

    @Override
    public Examination examine(Evidence evidence) {
      return () -> new Verdict.Undetermined("nobody can tell");
    }
  }
}
