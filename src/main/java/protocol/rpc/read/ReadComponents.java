package protocol.rpc.read;

import history.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import protocol.engine.Components;
import protocol.engine.Engine;
import protocol.engine.Injector;
import protocol.engine.RpcRequest;
import protocol.engine.RpcTransport;
import protocol.engine.Turn;
import protocol.rpc.node.Node;
import protocol.rpc.node.Question.Asker;
import protocol.rpc.node.RpcChain;

/** What the verbs share while a run lasts. */
final class ReadComponents implements Components {

  /** So many are asked again in the end. */
  private static final int AGAIN = 100;

  private final Engine engine;
  private final ReadSettings settings;
  private final RpcTransport http;
  private final List<Node> nodes = new ArrayList<>();
  private final Mix mix;
  private final Normal normal;
  private final Set<Request> again = ConcurrentHashMap.newKeySet();

  private ReadComponents(ReadProtocol protocol, Injector injector) {
    this.engine = protocol.engine();
    this.settings = protocol.settings();
    this.http = injector.http(settings.http());
    this.mix = protocol.mix().get();
    this.normal = new Normal(settings.ignored());
    for (RpcChain chain : protocol.chains().get()) {
      nodes.add(new Node(chain, http, settings.timeout(), settings.errors()));
    }
  }

  static ReadComponents open(ReadProtocol protocol, Injector injector) {
    return new ReadComponents(protocol, injector);
  }

  Mix mix() {
    return mix;
  }

  Normal normal() {
    return normal;
  }

  @Nullable
  Sweep sweep() {
    return settings.sweep();
  }

  /** Where it is asked, or the first of two whose answers are compared. */
  Node first() {
    return nodes.getFirst();
  }

  /** The second of two whose answers are compared. */
  Node second() {
    if (nodes.size() != 2) {
      throw new IllegalStateException("answers are compared of two nodes, and ReadProtocol was given " + nodes.size());
    }
    return nodes.get(1);
  }

  boolean comparing() {
    return nodes.size() > 1;
  }

  /** Who asks, with a number that chooses among several endpoints. */
  Asker asker(Turn turn, long number) {
    return new Asker(turn.loop(), number, RpcRequest.SHARED, settings.timeout());
  }

  /** Something to be asked again in the end, while there is room. */
  void again(Request request) {
    if (again.size() < AGAIN) {
      again.add(request);
    }
  }

  /** It need not be asked again. */
  void settled(Request request) {
    again.remove(request);
  }

  /** What is to be asked again in the end. */
  List<Request> again() {
    return List.copyOf(again);
  }

  long nextOperation() {
    return engine.nextOperation();
  }

  void record(Event event) {
    engine.recorder().record(event);
  }

  @Override
  public void close() {
    http.close();
  }
}
