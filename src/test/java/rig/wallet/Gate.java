package rig.wallet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Stands before the inbox of one wallet. While it is shut, its peers wait before it and try again. */
final class Gate implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final HttpServer server;
  private final Peer behind;
  private volatile boolean shut;

  Gate(Peer behind) {
    this.behind = behind;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/inbox", this::pass);
    server.start();
  }

  /** The wallet, as whoever has to go through the gate knows it. */
  Peer peer() {
    return new Peer(behind.participantId(), behind.signingAddress(),
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  void shut() {
    shut = true;
  }

  void open() {
    shut = false;
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] message = exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(shut ? 503 : passOn(message), -1);
    exchange.close();
  }

  private int passOn(byte[] message) throws IOException {
    try {
      var request = HttpRequest.newBuilder(URI.create(behind.inbox() + "/inbox"))
          .POST(HttpRequest.BodyPublishers.ofByteArray(message))
          .build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
