package rig.chain;

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
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Stands before a node and spoils answers, but never requests. */
final class FlakyProxy implements AutoCloseable {

  private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI node;
  private volatile Predicate<String> spoils = request -> false;

  FlakyProxy(URI node) throws IOException {
    this.node = node;
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::forward);
    server.start();
  }

  /** From now on the node does what these requests ask for, and its answers are replaced by a 503. */
  void spoil(Predicate<String> requests) {
    spoils = requests;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void forward(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var request = HttpRequest.newBuilder(node)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
    try (exchange) {
      byte[] answer = http.send(request, BodyHandlers.ofByteArray()).body();
      if (spoils.test(body)) {
        exchange.sendResponseHeaders(503, -1);
      } else {
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }
}
