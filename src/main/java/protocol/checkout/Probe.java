package protocol.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import protocol.engine.ExpressionFailure;
import targets.Dialect;

/** Calls of services before a run, one after the other; blocking. */
final class Probe implements AutoCloseable {

  /** The services' own word for "there is no such path", or that of what stands before them. */
  private static final Set<Integer> NO_PATH = Set.of(404, 405, 501);
  /** Of a gateway without a service behind it, and of a service that has not begun. */
  private static final Set<Integer> NOBODY = Set.of(502, 503, 504);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 100;

  private final Map<String, String> urls;
  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(PATIENCE)
      .build();

  /** Calls services at these addresses, by role. */
  Probe(Map<String, String> urls) {
    this.urls = urls;
  }

  /** What was asked, and the answer to it. */
  record Reply(String asked, int status, String body) {

    boolean ok() {
      return status / 100 == 2;
    }

    /** Whether the path is there, whatever it answers. */
    boolean isThere() {
      return !NO_PATH.contains(status);
    }

    boolean isNobody() {
      return NOBODY.contains(status);
    }

    /** A field of the answer as text; empty when it is not there. */
    String text(String field) {
      try {
        JsonNode json = JSON.readTree(body);
        return json == null ? "" : json.path(field).asText();
      } catch (IOException _) {
        return "";
      }
    }

    @Override
    public String toString() {
      String begins = body.substring(0, Math.min(body.length(), SHOWN)).replaceAll("\\s+", " ").strip();
      return asked + " is answered with " + status + (begins.isEmpty() ? "" : " (" + begins + ")");
    }
  }

  /** Makes a call as a dialect has it. */
  Reply call(Call call, Dialect dialect, String... arguments) throws IOException, InterruptedException {
    Path path = call.path(dialect).orElseThrow();
    try {
      return send(path.role(), path.method(), path.with(List.of(arguments)));
    } catch (ExpressionFailure e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Sends something to the service with a role. */
  Reply send(String role, String method, String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(urls.get(role) + path))
        .method(method, BodyPublishers.noBody())
        .timeout(PATIENCE)
        .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    return new Reply(method + " " + path, answer.statusCode(), answer.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
