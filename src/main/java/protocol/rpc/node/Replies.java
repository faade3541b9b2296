package protocol.rpc.node;

import history.Outcome;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import protocol.engine.RpcResponse;
import protocol.rpc.node.Question.Meaning;

/** What the answers of a chain's endpoints mean: the HTTP status, the frame, its error, and a null where something was asked for. */
public final class Replies {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final ErrorTable errors;

  Replies(ErrorTable errors) {
    this.errors = errors;
  }

  /**
   * What the answer to one request means; the frame is there unless the answer has none.
   *
   * @param id of the request
   * @param nothing whether a null result is an answer, too
   */
  public Meaning<Envelope> one(RpcResponse response, long id, boolean nothing) {
    Envelope envelope;
    try {
      envelope = Envelopes.read(response.body());
    } catch (IOException e) {
      return new Meaning<>(noFrame(response), null);
    }
    Outcome status = envelope.error() == null ? status(response) : null;
    return new Meaning<>(status == null ? outcome(envelope, response.body(), id, nothing) : status, envelope);
  }

  /** What the answer to a batch means as a whole; the frames are there unless the answer has none, or is one error for all. */
  public Meaning<List<Envelope>> all(RpcResponse response) {
    List<Envelope> envelopes;
    try {
      envelopes = Envelopes.readAll(response.body());
    } catch (IOException e) {
      return new Meaning<>(noFrame(response), null);
    }
    RpcError error = Envelopes.isSingle(response.body()) ? envelopes.getFirst().error() : null;
    if (error != null) {
      return new Meaning<>(errors.kind(error).outcome(error), null);
    }
    Outcome status = status(response);
    return status == null ? new Meaning<>(Outcome.OK, envelopes) : new Meaning<>(status, null);
  }

  /** What one frame means for the request of the given id; see {@link #one}. */
  public Outcome outcome(Envelope envelope, byte[] bytes, long id, boolean nothing) {
    RpcError error = envelope.error();
    if (error != null) {
      return errors.kind(error).outcome(error);
    }
    if (envelope.id() != id) {
      return wrong("it answers another request");
    }
    if (envelope.result().end() == 0) {
      return wrong("it has neither a result nor an error");
    }
    return nothing || envelope.hasResult(bytes) ? Outcome.OK : new Outcome.Refused("null-result", "the result is null");
  }

  /** What an error means. */
  public ErrorKind kind(RpcError error) {
    return errors.kind(error);
  }

  private static Outcome noFrame(RpcResponse response) {
    Outcome status = status(response);
    return status == null ? wrong("it is no JSON-RPC answer") : status;
  }

  /** What is wrong already by the status; null when nothing is. */
  private static @Nullable Outcome status(RpcResponse response) {
    int status = response.status();
    String message = "HTTP status " + status;
    if (status == TOO_MANY_REQUESTS
        || status == UNAVAILABLE && response.headers().contains(HttpHeaderNames.RETRY_AFTER)) {
      return new Outcome.Refused(ErrorKind.RATE_LIMITED.code(), message);
    }
    return switch (status / 100) {
      case 2 -> null;
      case 4 -> new Outcome.Refused("status-" + status, message);
      default -> new Outcome.Unknown("status-" + status, message);
    };
  }

  private static Outcome wrong(String problem) {
    return new Outcome.Unknown("wrong-answer", problem);
  }
}
