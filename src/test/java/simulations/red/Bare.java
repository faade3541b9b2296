package simulations.red;

import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Outcome;
import invariant.Evidence;
import invariant.Examination;
import invariant.Invariant;
import invariant.Verdict;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ProtocolBuilder;
import java.util.List;
import java.util.Map;
import lifecycle.Preflight;
import lifecycle.Run;
import protocol.engine.Components;
import protocol.engine.ComponentsKey;
import protocol.engine.Engine;
import protocol.engine.EngineProtocol;
import protocol.engine.Turn;
import simulations.SystemSimulation;

/** A run that asks nobody anything: each operation succeeds by itself, so that what ends red does so for the one reason it is made for. */
abstract class Bare extends SystemSimulation {

  static final String ASK = "ask";
  static final long USERS = 2;

  private static final ComponentsKey<Nobody, Nothing> KEY = new ComponentsKey<>(Nobody.class, (_, _) -> new Nothing());

  /** Who is asked. */
  record Nobody(Engine engine) implements EngineProtocol {}

  /** What asking nobody needs. */
  record Nothing() implements Components {

    @Override
    public void close() {}
  }

  /** What is always so. */
  private record OneIsOne() implements Invariant {

    @Override
    public String title() {
      return "one is one";
    }

    @Override
    public Examination examine(Evidence evidence) {
      return () -> new Verdict.Holds(1, "it is");
    }
  }

  Bare() {
    super("wallet");
  }

  /** Asks, and is answered at once. */
  final ActionBuilder ask() {
    return KEY.action(ASK, this::answer);
  }

  /** Stumbles over an error of ours. */
  static ActionBuilder crash() {
    return KEY.action(ASK, (_, _) -> {
      throw new IllegalStateException("a planted error");
    });
  }

  private void answer(Turn turn, Nothing nothing) {
    long now = turn.clock().now();
    Invocation asked = new Invocation(engine.nextOperation(), turn.session().userId(), ASK, "nobody", true, now, now,
        now, NullNode.getInstance());
    turn.recorder().record(asked);
    turn.recorder().record(asked.ended(turn.clock().now(), List.of(), Outcome.OK, NullNode.getInstance()));
    turn.request(ASK, now, turn.clock().now(), Outcome.OK);
    turn.end();
  }

  @Override
  protected final List<ProtocolBuilder> spoken() {
    return List.of(new Nobody(engine));
  }

  @Override
  protected final void inspect(Preflight preflight) {
    // nobody is always there
  }

  @Override
  protected List<Invariant> invariants() {
    return List.of(new OneIsOne());
  }

  @Override
  protected final ActionBuilder finalReads() {
    return KEY.action("final reads", (turn, _) -> turn.end());
  }

  @Override
  protected void plan(Run run) {
    run.plan(Map.of(ASK, USERS));
  }
}
