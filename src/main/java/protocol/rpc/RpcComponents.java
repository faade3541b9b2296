package protocol.rpc;

import history.Event;
import history.RunClock;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import protocol.engine.Components;
import protocol.engine.ExpressionFailure;
import protocol.engine.Injector;
import protocol.engine.RpcRequest;
import protocol.engine.RpcTransport;
import protocol.engine.Turn;
import protocol.engine.WsTransport;
import protocol.rpc.node.Node;
import protocol.rpc.node.Question.Asker;
import protocol.rpc.node.RpcChain;

/** What the verbs share while a run lasts. */
final class RpcComponents implements Components {

  private final RpcProtocol settings;
  private final RpcTransport http;
  private final WsTransport sockets;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<Long, Listening> listening = new ConcurrentHashMap<>();
  private final Sending sending;

  private RpcComponents(RpcProtocol settings, List<RpcChain> chains, Injector injector) {
    this.settings = settings;
    this.http = injector.http(settings.http());
    this.sockets = injector.sockets(settings.http());
    for (RpcChain chain : chains) {
      nodes.put(chain.name(), new Node(chain, http, settings.timeout(), settings.errors()));
    }
    this.sending = new Sending(settings, sockets, injector);
  }

  static RpcComponents open(RpcProtocol settings, Injector injector) {
    List<RpcChain> chains = settings.chains().get();
    if (chains.isEmpty()) {
      throw new IllegalArgumentException("RpcProtocol was given no chain");
    }
    return new RpcComponents(settings, chains, injector);
  }

  /** The chain of a name; the first one for an empty name. */
  Node node(String chain) throws ExpressionFailure {
    Node node = chain.isEmpty() ? nodes.values().iterator().next() : nodes.get(chain);
    if (node == null) {
      throw new ExpressionFailure(
          "there is no chain '" + chain + "', only " + String.join(", ", new ArrayList<>(nodes.keySet())));
    }
    return node;
  }

  /** The user that passes, as one who asks. */
  Asker asker(Turn turn) {
    long user = turn.session().userId();
    return new Asker(turn.loop(), user, settings.shared() ? RpcRequest.SHARED : user, settings.timeout());
  }

  /** What a user listens to. */
  Listening listening(long user, EventLoop loop) {
    return listening.computeIfAbsent(user, _ -> new Listening(sockets, loop));
  }

  /** How transactions are sent. */
  Sending sending() {
    return sending;
  }

  Duration timeout() {
    return settings.timeout();
  }

  RunClock clock() {
    return settings.engine().clock();
  }

  long nextOperation() {
    return settings.engine().nextOperation();
  }

  void record(Event event) {
    settings.engine().recorder().record(event);
  }

  @Override
  public void onExit(long user, EventLoop loop) {
    Listening leaving = listening.remove(user);
    if (leaving != null) {
      leaving.close();
    }
    if (!settings.shared()) {
      http.flush(user, loop);
    }
  }

  @Override
  public void close() {
    sending.stop();
    http.close();
    sockets.close();
    sending.close();
  }
}
