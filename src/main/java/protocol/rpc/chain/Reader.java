package protocol.rpc.chain;

import com.fasterxml.jackson.databind.ObjectMapper;
import history.Outcome;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import protocol.engine.RpcRequest;
import protocol.engine.RpcResponse;
import protocol.rpc.node.Answer;
import protocol.rpc.node.Envelope;
import protocol.rpc.node.Node;
import protocol.rpc.node.Question;
import protocol.rpc.node.Question.Asker;
import protocol.rpc.node.Question.Meaning;
import protocol.rpc.node.Route;

/** Asks a node on behalf of nobody in particular, on one event loop. No operation of the run, and in no report. */
public final class Reader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Node node;
  private final EventLoop loop;
  private final AtomicLong ids = new AtomicLong();

  /** A reader whose answers are told on the given event loop. */
  public Reader(Node node, EventLoop loop) {
    this.node = node;
    this.loop = loop;
  }

  /** An answer; see {@link Answer}. A null result is one, too. */
  public void ask(String method, String params, Consumer<Answer<Envelope>> told) {
    long id = ids.incrementAndGet();
    byte[] body = request(id, method, params).getBytes(StandardCharsets.UTF_8);
    node.ask(new Question<>(method, Route.READ, body, asker(), response -> node.replies().one(response, id, true)),
        told);
  }

  /**
   * The answers to the same question about several things, in the order in which they come.
   *
   * @param params of each, at least one
   */
  public void askAll(String method, List<String> params, Consumer<Answer<List<Envelope>>> told) {
    String body = params.stream()
        .map(each -> request(ids.incrementAndGet(), method, each))
        .collect(Collectors.joining(",", "[", "]"));
    node.ask(new Question<>(method, Route.READ, body.getBytes(StandardCharsets.UTF_8), asker(), node.replies()::all),
        told);
  }

  /** A header, new and asked for; null when there is none, or the node does not tell. */
  void header(String method, String params, boolean live, Consumer<@Nullable Header> told) {
    ask(method, params, answer -> told.accept(header(answer, live)));
  }

  private static @Nullable Header header(Answer<Envelope> answer, boolean live) {
    byte[] result = result(answer);
    try {
      return result == null ? null : Header.of(JSON.readTree(result), answer.ended(), live);
    } catch (IOException e) {
      return null;
    }
  }

  /** The bytes of a result other than null; null when there is none. */
  public static byte @Nullable [] result(Answer<Envelope> answer) {
    RpcResponse response = answer.response();
    Envelope envelope = answer.value();
    if (!(answer.outcome() instanceof Outcome.Ok) || response == null || envelope == null
        || !envelope.hasResult(response.body())) {
      return null;
    }
    return envelope.result().of(response.body());
  }

  private static String request(long id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
  }

  /** Always the first endpoint, as long as it answers: two that are not equally far would look like a chain that changes its mind. */
  private Asker asker() {
    return new Asker(loop, 0, RpcRequest.SHARED, node.timeout());
  }
}
