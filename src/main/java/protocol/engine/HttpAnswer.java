package protocol.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import history.Outcome;
import io.gatling.http.response.Response;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;

/** An answer over HTTP, and what it says of the operation that was asked. Its body can be read while its request's checks run. */
public final class HttpAnswer {

  /** The code of what a target refuses because it has too much to do: 429, and 503 with {@code Retry-After}. */
  public static final String BACK_PRESSURE = "back-pressure";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final int SHOWN = 200;

  private final Response response;
  private final Outcome outcome;

  HttpAnswer(Response response) {
    this.response = response;
    this.outcome = outcome(response.status().code());
  }

  private HttpAnswer(Response response, Outcome outcome) {
    this.response = response;
    this.outcome = outcome;
  }

  private Outcome outcome(int status) {
    if (status == TOO_MANY_REQUESTS
        || status == UNAVAILABLE && response.headers().contains(HttpHeaderNames.RETRY_AFTER)) {
      return new Outcome.Refused(BACK_PRESSURE, "status " + status);
    }
    return switch (status / 100) {
      case 2 -> Outcome.OK;
      case 4 -> new Outcome.Refused("status-" + status, beginning());
      default -> new Outcome.Unknown("status-" + status, beginning());
    };
  }

  /** The HTTP status, for example 200. */
  public int status() {
    return response.status().code();
  }

  /** What came of the operation. */
  public Outcome outcome() {
    return outcome;
  }

  /** Whether the target has refused because it has too much to do. */
  public boolean isBackPressure() {
    return outcome instanceof Outcome.Refused refused && refused.code().equals(BACK_PRESSURE);
  }

  /** Whether the body is JSON; an empty one is not. */
  public boolean isJson() {
    try {
      return !json().isMissingNode();
    } catch (IOException _) {
      return false;
    }
  }

  /** The body as JSON; throws when it is none. */
  JsonNode json() throws IOException {
    return JSON.readTree(response.body().bytes());
  }

  /** The same as something that nobody can make sense of. */
  HttpAnswer wrong(String why) {
    return new HttpAnswer(response, new Outcome.Unknown("wrong-answer", why));
  }

  /** The beginning of the body, in one line. */
  private String beginning() {
    String text = response.body().string();
    return text.substring(0, Math.min(text.length(), SHOWN)).replaceAll("\\s+", " ").strip();
  }
}
