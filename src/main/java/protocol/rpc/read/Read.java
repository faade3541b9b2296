package protocol.rpc.read;

import history.Phase;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import protocol.engine.Expression;
import protocol.engine.ExpressionFailure;
import protocol.engine.Part;
import protocol.engine.Turn;
import protocol.engine.Verb;

/** Asks for something that is drawn from the mix. */
public final class Read extends Verb {

  /** Session key: how often the user has asked. */
  private static final String TURN = "broadside.read.turn";

  private static final String WARM_UP = "warm-up: read";

  private final boolean comparing;
  private final String group;
  private final boolean measured;
  private final @Nullable Expression<Duration> due;

  private Read(boolean comparing, String group, boolean measured, @Nullable Expression<Duration> due) {
    this.comparing = comparing;
    this.group = group;
    this.measured = measured;
    this.due = due;
  }

  static Read one() {
    return new Read(false, "", true, null);
  }

  static Read two() {
    return new Read(true, "", true, null);
  }

  /** The same, due so long after the run's zero: latency is counted from then, whenever it is really sent. */
  public Read due(Expression<Duration> offset) {
    return new Read(comparing, group, measured, offset);
  }

  /** The same as a part of something larger: a group of this name, which is the kind in the history, with the methods in it. */
  public Read in(String name) {
    return new Read(comparing, name, measured, due);
  }

  /** The same as a part of the warm-up: outside of histograms, accounting and gates. */
  public Read unmeasured() {
    return new Read(comparing, WARM_UP, false, null);
  }

  @Override
  protected ActionBuilder action() {
    return ReadProtocol.KEY.action(group.isEmpty() ? "read" : group, this::start);
  }

  private void start(Turn turn, ReadComponents reads) throws ExpressionFailure {
    Session session = turn.session();
    long asked = session.contains(TURN) ? session.getLong(TURN) : 0;
    Request request = reads.mix().draw(session.userId(), asked);
    long now = turn.clock().now();
    Terms terms = new Terms(group.isEmpty() ? request.name() : group, measured,
        due == null ? now : Math.min(now, due.apply(session).toNanos()), now);
    Consumer<Told> end = told -> {
      report(turn, reads, request, told);
      turn.end(session.set(TURN, asked + 1));
    };
    if (comparing) {
      new Comparison(turn, reads, request).ask(terms, end);
    } else {
      new Inquiry(turn, reads, request).ask(terms, session.userId(), end);
    }
  }

  private void report(Turn turn, ReadComponents reads, Request request, Told told) {
    if (!measured) {
      turn.request(group, told.started(), told.ended(), told.outcome());
    } else if (!group.isEmpty()) {
      Phase whole = new Phase(request.name(), told.started(), told.ended());
      turn.parts(group, List.of(new Part(whole, told.outcome())), told.outcome());
    } else if (told.parts().isEmpty()) {
      turn.request(request.name(), told.started(), told.ended(), told.outcome());
    } else {
      turn.parts(request.name(), told.parts(), told.outcome());
    }
    Sweep sweep = reads.sweep();
    if (sweep != null && measured) {
      sweep.took(group, told);
    }
  }
}
