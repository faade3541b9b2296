package protocol.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Outcome;
import io.gatling.http.response.Response;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;

/** An answer over HTTP, and what it says of the operation that was asked. One of Gatling's can be read while its request's checks run. */
public final class HttpAnswer {

  private static final String BACK_PRESSURE = "back-pressure";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final int SHOWN = 200;

  private final int status;
  private final Supplier<byte[]> body;
  private final Outcome outcome;
  private final JsonNode answered;

  private HttpAnswer(int status, Supplier<byte[]> body, Outcome outcome, JsonNode answered) {
    this.status = status;
    this.body = body;
    this.outcome = outcome;
    this.answered = answered;
  }

  /** An answer to Gatling's own client. */
  static HttpAnswer of(Response response) {
    return of(response.status().code(), response.headers(), response.body()::bytes);
  }

  /** An answer to one of our transports. */
  public static HttpAnswer of(RpcResponse response) {
    return of(response.status(), response.headers(), response::body);
  }

  private static HttpAnswer of(int status, HttpHeaders headers, Supplier<byte[]> body) {
    Outcome outcome;
    if (status == TOO_MANY_REQUESTS || status == UNAVAILABLE && headers.contains(HttpHeaderNames.RETRY_AFTER)) {
      outcome = new Outcome.Refused(BACK_PRESSURE, "status " + status);
    } else {
      outcome = switch (status / 100) {
        case 2 -> Outcome.OK;
        case 4 -> new Outcome.Refused("status-" + status, beginning(body.get()));
        default -> new Outcome.Unknown("status-" + status, beginning(body.get()));
      };
    }
    return new HttpAnswer(status, body, outcome, NullNode.getInstance());
  }

  /** The same with what a success answers; one that cannot be read is unknown, with code {@code wrong-answer}. */
  public HttpAnswer read(Function<JsonNode, JsonNode> reading) {
    if (!(outcome instanceof Outcome.Ok)) {
      return this;
    }
    try {
      return new HttpAnswer(status, body, outcome, reading.apply(JSON.readTree(body.get())));
    } catch (IOException _) {
      return wrong("not JSON");
    } catch (RuntimeException e) {
      return wrong(String.valueOf(e.getMessage()));
    }
  }

  private HttpAnswer wrong(String why) {
    return new HttpAnswer(status, body, new Outcome.Unknown("wrong-answer", why), NullNode.getInstance());
  }

  /** The HTTP status, for example 200. */
  public int status() {
    return status;
  }

  /** What came of the operation. */
  public Outcome outcome() {
    return outcome;
  }

  /** What was read of the answer; a null node before that, and when it could not be. */
  public JsonNode answered() {
    return answered;
  }

  /** Whether the target refuses because it has too much to do: 429, and 503 with {@code Retry-After}. */
  public boolean isBackPressure() {
    return outcome instanceof Outcome.Refused refused && refused.code().equals(BACK_PRESSURE);
  }

  /** Whether the body is JSON; an empty one is not. */
  public boolean isJson() {
    try {
      return !JSON.readTree(body.get()).isMissingNode();
    } catch (IOException _) {
      return false;
    }
  }

  /** The beginning of the body, in one line. */
  private static String beginning(byte[] body) {
    String text = new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8);
    return text.replaceAll("\\s+", " ").strip();
  }
}
