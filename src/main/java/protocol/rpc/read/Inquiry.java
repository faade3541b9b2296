package protocol.rpc.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Invocation;
import history.Outcome;
import history.Phase;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import protocol.engine.Part;
import protocol.engine.RpcResponse;
import protocol.engine.Turn;
import protocol.rpc.node.Answer;
import protocol.rpc.node.Envelope;
import protocol.rpc.node.Node;
import protocol.rpc.node.Question;
import protocol.rpc.node.Route;

/** One request to one chain, in the history from its beginning to its end, with what can be judged of the answer. */
final class Inquiry {

  static final String HEAD = "eth_blockNumber";

  private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]{1,15}");

  private final Turn turn;
  private final ReadComponents reads;
  private final Request request;

  Inquiry(Turn turn, ReadComponents reads, Request request) {
    this.turn = turn;
    this.reads = reads;
    this.request = request;
  }

  /**
   * Asks.
   *
   * @param asker a number that chooses among several endpoints
   */
  void ask(Terms terms, long asker, Consumer<Told> then) {
    Node node = reads.first();
    ObjectNode data = JsonNodeFactory.instance.objectNode()
        .put("method", request.method())
        .put("chain", node.chain().name());
    Invocation invocation = terms.invocation(reads.nextOperation(), turn, request, data);
    long id = invocation.id();
    reads.record(invocation);
    Question<Envelope> question = new Question<>(request.name(), Route.READ, request.body(id), reads.asker(turn, asker),
        response -> node.replies().one(response, id, false));
    node.ask(question, turn.guarded(answer -> end(invocation, answer, then)));
  }

  private void end(Invocation invocation, Answer<Envelope> answer, Consumer<Told> then) {
    long ended = turn.clock().at(answer.ended());
    List<Part> parts = answer.chosen() ? answer.attempts().stream().map(this::part).toList() : List.of();
    List<Phase> phases = parts.stream().map(Part::phase).toList();
    reads.record(invocation.ended(ended, phases, answer.outcome(), answered(answer)));
    if (request.pinned()) {
      reads.again(request);
    }
    then.accept(new Told(parts, answer.outcome(), turn.clock().at(answer.started()), ended));
  }

  private Part part(Answer.Attempt attempt) {
    Phase phase = new Phase(attempt.endpoint(), turn.clock().at(attempt.started()), turn.clock().at(attempt.ended()));
    return new Part(phase, attempt.outcome());
  }

  private ObjectNode answered(Answer<Envelope> answer) {
    ObjectNode answered = JsonNodeFactory.instance.objectNode().put("endpoint", answer.attempts().getLast().endpoint());
    Envelope envelope = answer.value();
    RpcResponse response = answer.response();
    boolean isHead = request.method().equals(HEAD);
    if (answer.outcome() != Outcome.OK || envelope == null || response == null || !isHead && !request.pinned()) {
      return answered;
    }
    JsonNode result = result(envelope, response);
    if (!isHead) {
      answered.put("digest", Normal.digest(result));
    } else if (NUMBER.matcher(result.asText()).matches()) {
      answered.put("head", Long.decode(result.asText()));
    }
    return answered;
  }

  private JsonNode result(Envelope envelope, RpcResponse response) {
    try {
      return reads.normal().of(request.method(), envelope.result().of(response.body()));
    } catch (IOException e) {
      throw new IllegalStateException("the frame around it was JSON", e);
    }
  }
}
