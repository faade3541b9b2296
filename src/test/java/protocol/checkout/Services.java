package protocol.checkout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import targets.Dialect;
import targets.Endpoint;
import targets.Target;

/** Order, stock and payment services behind one port, which answer as a test wants it. */
final class Services implements AutoCloseable {

  /** An answer. */
  record Answer(int status, String body) {

    static final Answer NO_PATH = new Answer(404, "");

    static Answer ok(String body) {
      return new Answer(200, body);
    }
  }

  /** What was asked, for example {@code GET /stock/find/1}, in order. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  private final HttpServer server;

  Services(Function<String, Answer> answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
  }

  private void answer(HttpExchange exchange, Function<String, Answer> answers) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      asked.add(request);
      Answer answer = answers.apply(request);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  Target target(Optional<Dialect> dialect) {
    return target(endpoints("http://127.0.0.1:" + server.getAddress().getPort()), dialect);
  }

  /** Services where nobody listens. */
  static Target nobody() {
    return target(endpoints("http://127.0.0.1:1"), Optional.of(Dialect.B));
  }

  static Target target(List<Endpoint> endpoints, Optional<Dialect> dialect) {
    return new Target("shop", "checkout", endpoints, Optional.empty(), List.of(), Set.of(), dialect);
  }

  private static List<Endpoint> endpoints(String url) {
    return Stream.of("order", "payment", "stock").map(role -> new Endpoint(role, URI.create(url))).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
