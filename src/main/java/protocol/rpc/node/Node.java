package protocol.rpc.node;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import protocol.engine.RpcTransport;

/** One chain over HTTP: several endpoints, each user at one of them as long as it answers. Safe from any thread. */
public final class Node {

  private final RpcChain chain;
  private final RpcTransport http;
  private final Duration timeout;
  private final List<Endpoint> send;
  private final List<Endpoint> read;
  private final Replies replies;

  /** A chain's endpoints over a transport that is somebody else's to close, each of which may take so long to answer. */
  public Node(RpcChain chain, RpcTransport http, Duration timeout, ErrorTable errors) {
    this.chain = chain;
    this.http = http;
    this.timeout = timeout;
    this.send = endpoints("send", chain.send());
    this.read = endpoints("read", chain.read());
    this.replies = new Replies(errors);
  }

  /** Where the chain is asked. */
  public RpcChain chain() {
    return chain;
  }

  /** How long an endpoint may take to answer. */
  public Duration timeout() {
    return timeout;
  }

  /** What answers mean on this chain. */
  public Replies replies() {
    return replies;
  }

  /** Asks, and tells once what came of it, on the asker's event loop; never when the transport is closed before. */
  public <T> void ask(Question<T> question, Consumer<Answer<T>> told) {
    new Asking<>(http, question, inOrder(question), told).next();
  }

  private List<Endpoint> endpoints(Route route) {
    return route == Route.SEND ? send : read;
  }

  /** The asker's own first, then the others; those that have just failed come last. */
  private List<Endpoint> inOrder(Question<?> question) {
    List<Endpoint> all = endpoints(question.route());
    int count = all.size();
    if (count == 1) {
      return all;
    }
    List<Endpoint> order = new ArrayList<>(count);
    List<Endpoint> resting = new ArrayList<>();
    int first = (int) Math.floorMod(question.asker().user(), (long) count);
    for (int i = 0; i < count; i++) {
      Endpoint endpoint = all.get((first + i) % count);
      (endpoint.rests() ? resting : order).add(endpoint);
    }
    order.addAll(resting);
    return order;
  }

  private static List<Endpoint> endpoints(String word, List<URI> urls) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (URI url : urls) {
      endpoints.add(new Endpoint(word + " " + (endpoints.size() + 1), url));
    }
    return List.copyOf(endpoints);
  }
}
