package protocol.rpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Invocation;
import history.Outcome;
import history.Phase;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import java.util.ArrayList;
import java.util.List;
import protocol.engine.ExpressionFailure;
import protocol.engine.Part;
import protocol.engine.Turn;
import protocol.engine.Verb;
import protocol.rpc.RpcItem.Judged;
import protocol.rpc.Terms.Asked;
import protocol.rpc.node.Answer;
import protocol.rpc.node.Answer.Attempt;
import protocol.rpc.node.Envelope;
import protocol.rpc.node.Node;
import protocol.rpc.node.Question;
import protocol.rpc.node.Route;

/**
 * Calls one method. An {@code error} member and a null result are KO unless allowed.
 *
 * <p>One row of the verb's name. On a route with several endpoints that is a group, with a row for each endpoint that was asked.
 */
public final class RpcCall extends Verb {

  private final Terms terms;
  private final RpcItem item;
  private final Route route;

  private RpcCall(Terms terms, RpcItem item, Route route) {
    this.terms = terms;
    this.item = item;
    this.route = route;
  }

  static RpcCall of(Terms terms, RpcItem item) {
    return new RpcCall(terms, item, Route.of(item.template().method()));
  }

  /** The same with these checks, behind those it has: they look at the whole answer, {@code $.result} and all. */
  public RpcCall check(CheckBuilder... checks) {
    return new RpcCall(terms, item.check(checks), route);
  }

  /** The same, an {@code error} member being an answer like any other, for the checks to look at. */
  public RpcCall errorsAllowed() {
    return new RpcCall(terms, item.errorsAllowed(), route);
  }

  /** The same, a null result being an answer like any other. */
  public RpcCall nullAllowed() {
    return new RpcCall(terms, item.nullAllowed(), route);
  }

  /** The same on another route than the method's name suggests. */
  public RpcCall via(Route other) {
    return new RpcCall(terms, item, other);
  }

  @Override
  protected ActionBuilder action() {
    return RpcProtocol.KEY.action(terms.name(), this::start);
  }

  private void start(Turn turn, RpcComponents rpc) throws ExpressionFailure {
    Session session = turn.session();
    Node node = terms.node(session, rpc);
    Invocation invocation = terms.invocation(terms.reported(), session, rpc, asked(node));
    long id = invocation.id();
    byte[] body = item.template().body(id, session);
    rpc.record(invocation);
    Question<Envelope> question = new Question<>(terms.name(), route, body, rpc.asker(turn),
        response -> node.replies().one(response, id, item.takesNull()));
    node.ask(question, turn.guarded(answer -> end(turn, rpc, invocation, answer)));
  }

  private Asked asked(Node node) {
    ObjectNode data = JsonNodeFactory.instance.objectNode()
        .put("method", item.template().method())
        .put("chain", node.chain().name());
    return new Asked("", data);
  }

  private void end(Turn turn, RpcComponents rpc, Invocation invocation, Answer<Envelope> answer) {
    Judged judged = item.judge(answer.outcome(), answer.value(), answer.response(), turn.session());
    List<Part> parts = parts(turn, answer, judged.row());
    long ended = turn.clock().at(answer.ended());
    if (parts.isEmpty()) {
      turn.request(invocation.kind(), turn.clock().at(answer.started()), ended, judged.row());
    } else {
      turn.parts(invocation.kind(), parts, judged.row());
    }
    List<Phase> phases = parts.stream().map(Part::phase).toList();
    rpc.record(invocation.ended(ended, phases, judged.outcome(), NullNode.getInstance()));
    turn.end(Terms.ended(judged.session(), ended));
  }

  /** Empty where there was nothing to choose from. */
  private static List<Part> parts(Turn turn, Answer<?> answer, Outcome last) {
    if (!answer.chosen()) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>(answer.attempts().size());
    for (Attempt attempt : answer.attempts()) {
      Phase phase = new Phase(attempt.endpoint(), turn.clock().at(attempt.started()), turn.clock().at(attempt.ended()));
      boolean isLast = attempt == answer.attempts().getLast();
      parts.add(new Part(phase, isLast ? last : attempt.outcome()));
    }
    return parts;
  }
}
