package rig.checkout;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A port with an HTTP server behind it, which can be cut off and come back. */
final class Listener implements AutoCloseable {

  /** Held here, since a logger that nobody holds forgets its level. */
  private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");
  private static final int BACKLOG = 4_096;

  private final HeldPort port = HeldPort.any();
  private final Supplier<HttpRouting.Builder> routing;
  private Optional<Running> running = Optional.empty();

  private record Running(WebServer server, Connections connections) {}

  /** Nobody listens yet. */
  Listener(Supplier<HttpRouting.Builder> routing) {
    SERVER_LOG.setLevel(Level.WARNING);
    this.routing = routing;
  }

  /** Listens; a second time changes nothing. */
  synchronized void listen() {
    if (running.isPresent()) {
      return;
    }
    var connections = new Connections();
    WebServer server = WebServer.builder()
        .host(HeldPort.LOOPBACK)
        .port(port.number())
        .backlog(BACKLOG)
        .connectionOptions(connections)
        .routing(routing.get())
        .shutdownHook(false)
        .shutdownGracePeriod(Duration.ZERO)
        .build();
    server.start();
    if (!server.isRunning()) { // the server itself only writes a line into its log
      throw new IllegalStateException("cannot listen on " + url());
    }
    running = Optional.of(new Running(server, connections));
  }

  /** Closes all connections and listens no more; callers are refused. */
  synchronized void cut() {
    running.ifPresent(this::cut);
    running = Optional.empty();
  }

  private void cut(Running running) {
    try {
      running.connections().cut(port.address());
      running.server().stop();
      running.connections().cutAccepted();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://" + HeldPort.LOOPBACK + ":" + port.number());
  }

  @Override
  public void close() throws Exception {
    cut();
    port.close();
  }
}
