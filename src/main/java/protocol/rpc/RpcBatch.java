package protocol.rpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Outcome;
import history.Phase;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import protocol.engine.Expression;
import protocol.engine.ExpressionFailure;
import protocol.engine.Part;
import protocol.engine.RpcResponse;
import protocol.engine.Turn;
import protocol.engine.Verb;
import protocol.rpc.RpcItem.Judged;
import protocol.rpc.Terms.Asked;
import protocol.rpc.node.Answer;
import protocol.rpc.node.Envelope;
import protocol.rpc.node.Node;
import protocol.rpc.node.Question;
import protocol.rpc.node.Route;

/**
 * Sends several requests as one. Each item is an operation of its own, {@code batch name: item name} in the history, whatever becomes of
 * the others: answers are matched by id, in whatever order they come; one that is missing is unknown; one error for the whole batch is
 * the answer to each.
 */
public final class RpcBatch extends Verb {

  private static final Outcome MISSING = new Outcome.Unknown("no-answer", "the answer to the batch has none for it");

  private final Terms terms;
  private final Expression<List<RpcItem>> items;

  private RpcBatch(Terms terms, Expression<List<RpcItem>> items) {
    this.terms = terms;
    this.items = items;
  }

  static RpcBatch of(Terms terms, Expression<List<RpcItem>> items) {
    return new RpcBatch(terms, items);
  }

  @Override
  protected ActionBuilder action() {
    return RpcProtocol.KEY.action(terms.name(), this::start);
  }

  /** An item on its way. */
  private record Sent(RpcItem item, Invocation invocation) {}

  private void start(Turn turn, RpcComponents rpc) throws ExpressionFailure {
    Session session = turn.session();
    Node node = terms.node(session, rpc);
    List<Sent> batch = new ArrayList<>();
    var body = new ByteArrayOutputStream();
    Route route = Route.READ;
    for (RpcItem item : items.apply(session)) {
      Sent sent = new Sent(item, invocation(item, session, rpc, node));
      body.write(batch.isEmpty() ? '[' : ',');
      item.template().write(sent.invocation().id(), session, body);
      batch.add(sent);
      route = Route.of(item.template().method()) == Route.SEND ? Route.SEND : route;
    }
    if (batch.isEmpty()) {
      throw new ExpressionFailure("a batch needs an item");
    }
    body.write(']');
    batch.forEach(sent -> rpc.record(sent.invocation()));
    Question<List<Envelope>> question = new Question<>(terms.name(), route, body.toByteArray(), rpc.asker(turn),
        node.replies()::all);
    node.ask(question, turn.guarded(answer -> new Ending(turn, rpc, node, answer).end(batch)));
  }

  private Invocation invocation(RpcItem item, Session session, RpcComponents rpc, Node node) throws ExpressionFailure {
    Asked asked = new Asked("",
        JsonNodeFactory.instance.objectNode()
            .put("method", item.template().method())
            .put("chain", node.chain().name()));
    return terms.invocation(terms.reported() + ": " + item.name(), session, rpc, asked);
  }

  /** The end of one user's batch. */
  private final class Ending {

    private final Turn turn;
    private final RpcComponents rpc;
    private final Node node;
    private final Answer<List<Envelope>> answer;
    private final Map<Long, Envelope> byId = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private Session session;
    private Outcome whole = Outcome.OK;

    Ending(Turn turn, RpcComponents rpc, Node node, Answer<List<Envelope>> answer) {
      this.turn = turn;
      this.rpc = rpc;
      this.node = node;
      this.answer = answer;
      this.session = turn.session();
      List<Envelope> envelopes = answer.value();
      if (envelopes != null) {
        envelopes.forEach(envelope -> byId.putIfAbsent(envelope.id(), envelope));
      }
    }

    void end(List<Sent> batch) {
      long started = turn.clock().at(answer.started());
      long ended = turn.clock().at(answer.ended());
      for (Sent sent : batch) {
        Judged judged = judge(sent);
        session = judged.session();
        parts.add(new Part(new Phase(sent.item().name(), started, ended), judged.row()));
        rpc.record(sent.invocation().ended(ended, List.of(), judged.outcome(), NullNode.getInstance()));
        whole = whole == Outcome.OK ? judged.row() : whole;
      }
      turn.parts(terms.reported(), parts, whole);
      turn.end(Terms.ended(session, ended));
    }

    private Judged judge(Sent sent) {
      RpcResponse response = answer.response();
      if (response == null || answer.outcome() != Outcome.OK) {
        return sent.item().judge(answer.outcome(), null, null, session);
      }
      Envelope envelope = byId.get(sent.invocation().id());
      if (envelope == null) {
        return sent.item().judge(MISSING, null, null, session);
      }
      Outcome outcome = node.replies()
          .outcome(envelope, response.body(), sent.invocation().id(), sent.item().takesNull());
      return sent.item().judge(outcome, envelope, part(response, envelope), session);
    }

    private @Nullable RpcResponse part(RpcResponse whole, Envelope envelope) {
      return new RpcResponse(whole.status(), whole.headers(),
          new Envelope.Span(envelope.start(), envelope.end()).of(whole.body()), whole.started(), whole.ended());
    }
  }
}
