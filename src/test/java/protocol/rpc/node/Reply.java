package protocol.rpc.node;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a scripted node does with a request. */
public sealed interface Reply {

  ObjectMapper JSON = new ObjectMapper();

  /** Answers with a result. */
  record Result(@Nullable Object value) implements Reply {}

  /** Answers with an error. */
  record Error(int code, String message) implements Reply {}

  /** Answers with these very bytes as body, and a status; a batch as a whole. */
  record Raw(int status, String body) implements Reply {}

  /** Never answers. */
  record Silence() implements Reply {}

  /** Breaks the connection. */
  record HangUp() implements Reply {}

  /** Does something after a while. */
  record Later(Duration delay, Reply reply) implements Reply {}

  /** The frame of a result or an error. */
  default ObjectNode frame(Object id) {
    ObjectNode frame = JSON.createObjectNode().put("jsonrpc", "2.0").putPOJO("id", id);
    return switch (this) {
      case Result(Object value) -> frame.set("result", JSON.valueToTree(value));
      case Error(int code, String message) ->
        frame.set("error", JSON.createObjectNode().put("code", code).put("message", message));
      default -> throw new IllegalStateException("no frame for " + this);
    };
  }
}
