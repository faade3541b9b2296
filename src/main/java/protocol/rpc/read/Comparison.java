package protocol.rpc.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Invocation;
import history.Outcome;
import history.Phase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import protocol.engine.Part;
import protocol.engine.Turn;
import protocol.rpc.node.Answer;
import protocol.rpc.node.Envelope;
import protocol.rpc.node.ErrorKind;
import protocol.rpc.node.Node;
import protocol.rpc.node.Question;
import protocol.rpc.node.Route;
import protocol.rpc.node.RpcError;

/**
 * One request to two nodes at once. The same answer is ok, another is refused ({@code different}); when one of them gave none, nobody can
 * tell. An error is an answer, too, and two errors that mean the same are the same.
 */
final class Comparison {

  static final String DIFFERENT = "different";

  private final Turn turn;
  private final ReadComponents reads;
  private final Request request;
  private final List<Side> sides = new ArrayList<>(2);

  Comparison(Turn turn, ReadComponents reads, Request request) {
    this.turn = turn;
    this.reads = reads;
    this.request = request;
  }

  /** What one node answered. */
  private record Side(Node node, Answer<Envelope> answer) {

    String name() {
      return node.chain().name();
    }

    /** The error that it answered with; null when it is another answer, or none. */
    @Nullable
    ErrorKind error() {
      RpcError error = answer.value() == null ? null : answer.value().error();
      return error == null ? null : node.replies().kind(error);
    }

    /** Whether it says anything about the chain. */
    boolean isAnswer() {
      return switch (answer.outcome()) {
        case Outcome.Ok() -> true;
        case Outcome.Unknown _ -> false;
        case Outcome.Refused _ ->
          error() != null && error() != ErrorKind.RATE_LIMITED && error() != ErrorKind.UNSUPPORTED;
      };
    }

    /** Why it says nothing. */
    Outcome silence() {
      return switch (answer.outcome()) {
        case Outcome.Refused(String code, String message) -> new Outcome.Unknown(code, name() + ": " + message);
        case Outcome.Unknown(String code, String message) -> new Outcome.Unknown(code, name() + ": " + message);
        case Outcome.Ok() -> throw new IllegalStateException("it has answered");
      };
    }

    JsonNode result(Request request, Normal normal) {
      Envelope envelope = answer.value();
      if (envelope == null || answer.response() == null) {
        throw new IllegalStateException("an answer without a frame is not ok");
      }
      try {
        return normal.of(request.method(), envelope.result().of(answer.response().body()));
      } catch (IOException e) {
        throw new IllegalStateException("the frame around it was JSON", e);
      }
    }
  }

  /** Asks both. */
  void ask(Terms terms, Consumer<Told> then) {
    ObjectNode data = JsonNodeFactory.instance.objectNode()
        .put("method", request.method())
        .put("first", reads.first().chain().name())
        .put("second", reads.second().chain().name());
    Invocation invocation = terms.invocation(reads.nextOperation(), turn, request, data);
    reads.record(invocation);
    for (Node node : List.of(reads.first(), reads.second())) {
      long id = invocation.id();
      Question<Envelope> question = new Question<>(request.name(), Route.READ, request.body(id),
          reads.asker(turn, turn.session().userId()), response -> node.replies().one(response, id, true));
      node.ask(question, turn.guarded(answer -> told(invocation, new Side(node, answer), then)));
    }
  }

  private void told(Invocation invocation, Side side, Consumer<Told> then) {
    sides.add(side);
    if (sides.size() < 2) {
      return;
    }
    ObjectNode answered = JsonNodeFactory.instance.objectNode();
    Outcome outcome = outcome(answered);
    List<Part> parts = parts(outcome);
    long started = parts.getFirst().phase().started();
    long ended = parts.getLast().phase().ended();
    reads.record(invocation.ended(ended, parts.stream().map(Part::phase).toList(), outcome, answered));
    if (outcome instanceof Outcome.Unknown) {
      reads.again(request);
    } else {
      reads.settled(request);
    }
    then.accept(new Told(parts, outcome, started, ended));
  }

  private Outcome outcome(ObjectNode answered) {
    Optional<Side> silent = sides.stream().filter(side -> !side.isAnswer()).findFirst();
    if (silent.isPresent()) {
      return silent.get().silence();
    }
    boolean inOrder = sides.getFirst().node() == reads.first();
    return difference(sides.get(inOrder ? 0 : 1), sides.get(inOrder ? 1 : 0)).<Outcome>map(difference -> {
      answered.put("path", difference.path()).put("first", difference.first()).put("second", difference.second());
      return new Outcome.Refused(DIFFERENT, difference.field());
    }).orElse(Outcome.OK);
  }

  private Optional<Difference> difference(Side first, Side second) {
    if (first.error() == null && second.error() == null) {
      return Difference.between(first.result(request, reads.normal()), second.result(request, reads.normal()));
    }
    return first.error() == second.error() ? Optional.empty()
        : Optional.of(new Difference("error", word(first), word(second)));
  }

  private static String word(Side side) {
    ErrorKind error = side.error();
    return error == null ? "a result" : error.code();
  }

  /** In the order in which they ended; what is wrong with the two of them is told of the last. */
  private List<Part> parts(Outcome whole) {
    List<Side> inTime = sides.stream().sorted(Comparator.comparingLong(side -> side.answer().ended())).toList();
    List<Part> parts = new ArrayList<>(2);
    for (Side side : inTime) {
      long started = turn.clock().at(side.answer().started());
      Phase phase = new Phase(side.name(), started, turn.clock().at(side.answer().ended()));
      boolean isLast = parts.size() == 1;
      Outcome own = side.isAnswer() ? Outcome.OK : side.answer().outcome();
      parts.add(new Part(phase, isLast && whole instanceof Outcome.Refused ? whole : own));
    }
    return parts;
  }
}
