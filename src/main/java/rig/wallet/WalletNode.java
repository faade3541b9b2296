package rig.wallet;

import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import load.Role;
import org.jspecify.annotations.Nullable;
import rig.wallet.channel.Refusal;
import rig.wallet.wire.Json;
import rig.wallet.wire.Message;

/** One wallet with its two listeners on loopback. Bound first, so that all addresses are known; then started; then closed. */
final class WalletNode implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String INBOX = "inbox";
  private static final Duration GRACE = Duration.ofMillis(100);

  /** Held here, since a logger that nobody holds forgets its level. */
  private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");
  /** A port that is taken is told by {@link #bind}, and once is enough. */
  private static final Logger LISTENER_LOG = Logger.getLogger("io.helidon.webserver.LoomServer");

  private final Role role;
  private final WebServer server;
  private final AtomicReference<@Nullable Wallet> wallet = new AtomicReference<>();

  private WalletNode(Role role) {
    SERVER_LOG.setLevel(Level.WARNING);
    LISTENER_LOG.setLevel(Level.OFF);
    this.role = role;
    HttpRouting.Builder api = HttpRouting.builder();
    new Api(this::open).route(api);
    HttpRouting.Builder inbox = HttpRouting.builder().post("/inbox", this::receive);
    Answers.failures(inbox);
    this.server = WebServer.builder()
        .host(LOOPBACK)
        .port(role.loadServerPort())
        .routing(api)
        .shutdownHook(false)
        .shutdownGracePeriod(GRACE)
        .putSocket(INBOX,
            listener -> listener.host(LOOPBACK).port(role.messagePort()).routing(inbox).shutdownGracePeriod(GRACE))
        .build();
  }

  /**
   * Listens, and answers 503 until it is started.
   *
   * @throws IllegalStateException when a port is taken; the message tells the fix
   */
  static WalletNode bind(Role role) {
    var node = new WalletNode(role);
    node.server.start();
    if (!node.server.isRunning()) { // the server itself only writes a line into its log
      throw new IllegalStateException("wallet " + role.id() + " cannot listen on 127.0.0.1: another program has port "
          + role.loadServerPort() + " or " + role.messagePort()
          + ". Give other ones in the role file (loadServerPort, messagePort), or 0 for any free one");
    }
    return node;
  }

  /** Goes to work with its own database, empty or from an earlier life. */
  void start(Wallet.Parts parts) {
    wallet.set(new Wallet(parts));
  }

  /** Where its owner asks. */
  URI url() {
    return URI.create("http://" + LOOPBACK + ":" + server.port());
  }

  /** How its peers know it. */
  Peer peer() {
    return new Peer(role.id(), role.signingAddress(), URI.create("http://" + LOOPBACK + ":" + server.port(INBOX)));
  }

  Role role() {
    return role;
  }

  private Wallet open() {
    Wallet open = wallet.get();
    if (open == null) {
      throw new ClosedException();
    }
    return open;
  }

  private void receive(ServerRequest request, ServerResponse response) throws Refusal {
    Message message = Json.read(Answers.body(request), Message.class).requireFor(role.id());
    open().inbox().receive(message);
    Answers.json(response, Status.OK_200, Map.of());
  }

  /** Stops answering, then working. What is on disk stays. */
  @Override
  public void close() {
    Wallet open = wallet.getAndSet(null);
    server.stop();
    if (open != null) {
      open.close();
    }
  }
}
