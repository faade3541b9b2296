package lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** Stands before a node, and may change what it answers. */
final class LyingNode implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI node;
  private final BiConsumer<String, ObjectNode> lie;

  /**
   * Begins to listen.
   *
   * @param node whose answers they are
   * @param lie is given each method that is asked for, and the answer, to change it
   */
  LyingNode(URI node, BiConsumer<String, ObjectNode> lie) throws IOException {
    this.node = node;
    this.lie = lie;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange; InputStream asked = exchange.getRequestBody()) {
      byte[] question = asked.readAllBytes();
      JsonNode answer = JSON.readTree(ask(question));
      if (answer instanceof ObjectNode single) {
        lie.accept(JSON.readTree(question).path("method").asText(), single);
      }
      byte[] told = JSON.writeValueAsBytes(answer);
      exchange.sendResponseHeaders(200, told.length);
      exchange.getResponseBody().write(told);
    }
  }

  private byte[] ask(byte[] question) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(node)
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(10))
        .POST(BodyPublishers.ofByteArray(question))
        .build();
    try {
      return http.send(request, BodyHandlers.ofByteArray()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    http.shutdownNow();
  }
}
