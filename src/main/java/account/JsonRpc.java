package account;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.exceptions.ClientConnectionException;
import org.web3j.protocol.http.HttpService;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Questions to a node over HTTP. The address may hold a key: no message repeats more of it than where the node is. */
final class JsonRpc implements AutoCloseable {

  private static final int IDLE_CONNECTIONS = 16;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(20);
  /** For what takes some nodes seconds each. */
  static final Duration LONG = Duration.ofMinutes(2);
  /** Between two tries of the same question. */
  private static final List<Duration> PAUSES = List.of(Duration.ofMillis(100), Duration.ofMillis(400),
      Duration.ofSeconds(1));

  private final String place;
  private final OkHttpClient http;
  private final HttpService service;

  /**
   * Questions to the node at an address.
   *
   * @throws IllegalArgumentException when it is none of http or https
   */
  JsonRpc(URI url) {
    this(url, CALL);
  }

  JsonRpc(URI url, Duration deadline) {
    if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
      throw new IllegalArgumentException("give the node's address of http or https, such as http://127.0.0.1:8545");
    }
    this.place = place(url);
    this.http = new OkHttpClient.Builder().connectTimeout(CONNECT)
        .readTimeout(deadline)
        .callTimeout(deadline)
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
        .build();
    this.service = new HttpService(url.toString(), http);
    if (url.getUserInfo() != null) {
      String[] parts = url.getUserInfo().split(":", 2);
      service.addHeader("Authorization", Credentials.basic(parts[0], parts.length > 1 ? parts[1] : ""));
    }
  }

  /** An answer of any shape. */
  static final class Answer extends Response<JsonNode> {}

  /** The node has answered with an error. */
  static final class NodeError extends IOException {

    private static final long serialVersionUID = 1;
    private static final int NO_SUCH_METHOD = -32_601;

    private final int code;

    NodeError(String method, int code, @Nullable String said) {
      super(method + ": " + Objects.requireNonNullElse(said, "error " + code));
      this.code = code;
    }

    int code() {
      return code;
    }

    boolean noSuchMethod() {
      return code == NO_SUCH_METHOD;
    }
  }

  /**
   * Asks what can be asked any number of times. A single failure says little: a line breaks, a node is busy, and one that keeps
   * no old states says that the latest block is out of range when the next one comes while it answers.
   *
   * @return the result; null and what is missing are both as Jackson has them
   */
  JsonNode ask(String method, Object... parameters) throws IOException {
    for (Duration pause : PAUSES) {
      try {
        return once(method, parameters);
      } catch (NodeError e) {
        if (e.noSuchMethod()) {
          throw e;
        }
      } catch (IOException _) {
        // Asked again.
      }
      Polling.pause(pause);
    }
    return once(method, parameters);
  }

  /** Asks once. */
  JsonNode once(String method, Object... parameters) throws IOException {
    Answer answer = answer(new Request<>(method, List.of(parameters), service, Answer.class));
    if (answer.hasError()) {
      throw new NodeError(method, answer.getError().getCode(), answer.getError().getMessage());
    }
    return Objects.requireNonNullElse(answer.getResult(), MissingNode.getInstance());
  }

  private Answer answer(Request<Object, Answer> request) throws IOException {
    try {
      return request.send();
    } catch (ClientConnectionException e) {
      // What it says repeats what the server said, which may repeat the key.
      throw new IOException(place + " answers " + request.getMethod() + " with status " + e.getCode()
          + ": is this a node's address, and its key right?");
    } catch (JacksonException _) {
      throw new IOException(place + " does not answer in JSON-RPC: is this a node's address?");
    } catch (IOException e) {
      throw new IOException("the node at " + place + " does not answer (" + e.getClass().getSimpleName()
          + "): is it up, and its address right?");
    }
  }

  /** Where a node is, without what may be a key. */
  static String place(URI url) {
    boolean more = url.getPath() != null && url.getPath().length() > 1 || url.getQuery() != null;
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port + (more ? "/***" : "");
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
