package protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Outcome;
import io.gatling.javaapi.core.ActionBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import protocol.engine.Expression;
import protocol.engine.Turn;
import protocol.rpc.chain.Reader;
import protocol.rpc.node.Answer;
import protocol.rpc.node.Envelope;
import protocol.rpc.node.Node;
import protocol.rpc.node.Question;
import protocol.rpc.node.Route;

/**
 * Reads whose answers the history keeps, for the judges: not measured, and one row for all of them. One after the other, each asked
 * again when it fails: a node that keeps no old states may not answer when its next block comes.
 */
final class KeptReads {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES = 5;
  private static final Duration AGAIN = Duration.ofMillis(200);

  private final Turn turn;
  private final RpcComponents rpc;
  private final Node node;
  private final String row;
  private final Queue<Wanted> open;
  private final long started;
  private Outcome whole = Outcome.OK;

  /**
   * Something to read.
   *
   * @param kind of the operation
   * @param entity what it is about
   * @param method asked of the node
   * @param params a JSON array
   * @param meaning what the history keeps of the result
   */
  record Wanted(String kind, String entity, String method, String params, Meaning meaning) {}

  /** Makes of a result what the history keeps. */
  @FunctionalInterface
  interface Meaning {

    /** Throws when the result is not what it should be. */
    JsonNode of(JsonNode result) throws IOException;
  }

  private KeptReads(Turn turn, RpcComponents rpc, Node node, Plan plan) {
    this.turn = turn;
    this.rpc = rpc;
    this.node = node;
    this.row = plan.row;
    this.open = new ArrayDeque<>(plan.wanted);
    this.started = turn.clock().now();
  }

  private record Plan(String row, List<Wanted> wanted) {}

  /** Reads all of these from the first chain, under a row of that name. */
  static ActionBuilder verb(String row, Expression<List<Wanted>> wanted) {
    return RpcProtocol.KEY.action(row,
        (turn, rpc) -> new KeptReads(turn, rpc, rpc.node(""), new Plan(row, wanted.apply(turn.session()))).next());
  }

  private void next() {
    Wanted wanted = open.poll();
    if (wanted == null) {
      turn.request(row, started, turn.clock().now(), whole);
      turn.end();
      return;
    }
    long now = turn.clock().now();
    Invocation asked = new Invocation(rpc.nextOperation(), turn.session().userId(), wanted.kind(), wanted.entity(),
        false, now, now, now,
        JsonNodeFactory.instance.objectNode().put("method", wanted.method()).put("chain", node.chain().name()));
    rpc.record(asked);
    ask(wanted, asked, TRIES);
  }

  private void ask(Wanted wanted, Invocation asked, int tries) {
    long id = asked.id();
    String body = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + wanted.method() + "\",\"params\":"
        + wanted.params() + "}";
    Question<Envelope> question = new Question<>(row, Route.READ, body.getBytes(StandardCharsets.UTF_8),
        rpc.asker(turn), response -> node.replies().one(response, id, false));
    node.ask(question, turn.guarded(answer -> {
      JsonNode kept = kept(wanted, answer);
      if (kept != null) {
        end(asked, Outcome.OK, kept);
      } else if (tries > 1) {
        turn.after(AGAIN, () -> ask(wanted, asked, tries - 1));
      } else {
        boolean answered = answer.outcome() instanceof Outcome.Ok;
        end(asked, answered ? new Outcome.Unknown("wrong-answer", "it is not what was asked for") : answer.outcome(),
            NullNode.getInstance());
      }
    }));
  }

  private static @Nullable JsonNode kept(Wanted wanted, Answer<Envelope> answer) {
    byte[] result = Reader.result(answer);
    try {
      return result == null ? null : wanted.meaning().of(JSON.readTree(result));
    } catch (IOException e) {
      return null;
    }
  }

  private void end(Invocation asked, Outcome outcome, JsonNode answered) {
    rpc.record(asked.ended(turn.clock().now(), List.of(), outcome, answered));
    whole = whole instanceof Outcome.Ok ? outcome : whole;
    next();
  }
}
