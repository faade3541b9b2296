package lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;

/** A node in front of another that takes only so many transactions with a certain call in half a second, and has no room for more. */
final class StingyNode implements AutoCloseable {

  private static final long WINDOW = Duration.ofMillis(500).toNanos();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final URI node;
  private final String call;
  private final int most;
  private long began = System.nanoTime();
  private int taken;

  /**
   * Starts it on a free port.
   *
   * @param call hex that is found in the transactions it is stingy with
   * @param most how many of them it takes in half a second
   */
  StingyNode(URI node, String call, int most) throws IOException {
    this.node = node;
    this.call = call;
    this.most = most;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] asked = exchange.getRequestBody().readAllBytes();
      byte[] answer = refuses(asked) ? refusal(asked) : forward(asked);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private synchronized boolean refuses(byte[] asked) {
    String text = new String(asked, StandardCharsets.UTF_8);
    if (!text.contains("eth_sendRawTransaction") || !text.contains(call)) {
      return false;
    }
    long now = System.nanoTime();
    if (now - began > WINDOW) {
      began = now;
      taken = 0;
    }
    return ++taken > most;
  }

  private static byte[] refusal(byte[] asked) throws IOException {
    JsonNode id = JSON.readTree(asked).path("id");
    return ("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":-32000,\"message\":\"txpool is full\"}}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] forward(byte[] asked) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(node)
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(10))
        .POST(BodyPublishers.ofByteArray(asked))
        .build();
    try {
      return client.send(request, BodyHandlers.ofByteArray()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }
}
