package protocol.rpc.read;

import com.fasterxml.jackson.core.JacksonException;
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
import java.util.Arrays;

/** Asks a node before a run, one thing after the other; blocking. Never shows the path of an address, in which there may be a key. */
final class NodeProbe implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI url;
  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(PATIENCE)
      .build();

  NodeProbe(URI url) {
    this.url = url;
  }

  /** A node that was asked has answered with an error of its own. */
  static final class Refusal extends IOException {

    private static final long serialVersionUID = 1;

    private final transient JsonNode error;

    Refusal(String message, JsonNode error) {
      super(message);
      this.error = error;
    }

    /** The {@code error} member of the answer. */
    JsonNode error() {
      return error;
    }
  }

  /** The host and the port. */
  String place() {
    return url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }

  /** The result, which may be null. */
  JsonNode ask(String method, Object... params) throws IOException {
    return askJson(method, JSON.valueToTree(Arrays.asList(params)).toString());
  }

  /** The same with parameters that are JSON already. */
  JsonNode askJson(String method, String params) throws IOException {
    String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
    HttpRequest request = HttpRequest.newBuilder(url)
        .header("Content-Type", "application/json")
        .timeout(PATIENCE)
        .POST(BodyPublishers.ofString(body))
        .build();
    JsonNode answer = parse(method, send(method, request));
    JsonNode error = answer.path("error");
    if (!error.isMissingNode() && !error.isNull()) {
      throw new Refusal(
          method + " at " + place() + " is answered with an error: " + error.path("message").asText(error.toString()),
          error);
    }
    return answer.path("result");
  }

  /** A number in hex. */
  long number(String method, Object... params) throws IOException {
    JsonNode result = ask(method, params);
    try {
      return Long.decode(result.asText());
    } catch (NumberFormatException _) {
      throw new IOException(method + " at " + place() + " is answered with " + result + ", which is no number");
    }
  }

  private HttpResponse<String> send(String method, HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IOException(method + " at " + place() + " is not answered ("
          + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + "): is the node up?", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking " + place() + " for " + method);
    }
  }

  private JsonNode parse(String method, HttpResponse<String> answer) throws IOException {
    try {
      JsonNode tree = JSON.readTree(answer.body());
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (JacksonException _) {
      // told below
    }
    throw new IOException(
        method + " at " + place() + " is answered with HTTP status " + answer.statusCode() + " and no JSON-RPC");
  }

  @Override
  public void close() {
    http.close();
  }
}
