package protocol.rpc.node;

import java.net.URI;
import java.util.List;

/**
 * Where one chain is asked.
 *
 * @param name its name in simulations and reports, for example {@code l1}
 * @param id its chain id, which what is signed for it bears
 * @param send endpoints that take transactions, at least one
 * @param read endpoints for everything else, at least one
 * @param socket WebSocket endpoints, possibly none
 */
public record RpcChain(String name, long id, List<URI> send, List<URI> read, List<URI> socket) {

  /** Checks and copies. */
  public RpcChain {
    send = List.copyOf(send);
    read = List.copyOf(read);
    socket = List.copyOf(socket);
    if (send.isEmpty() || read.isEmpty()) {
      throw new IllegalArgumentException(
          "the chain " + name + " needs an endpoint that takes transactions, and one to read from");
    }
  }

  /** A chain with one endpoint for everything but WebSocket. */
  public static RpcChain of(String name, long id, URI url) {
    return new RpcChain(name, id, List.of(url), List.of(url), List.of());
  }

  /** The same with other endpoints that take transactions; the first is preferred where there is nothing to choose. */
  public RpcChain sending(URI... urls) {
    return new RpcChain(name, id, List.of(urls), read, socket);
  }

  /** The same with other endpoints to read from. */
  public RpcChain reading(URI... urls) {
    return new RpcChain(name, id, send, List.of(urls), socket);
  }

  /** The same with WebSocket endpoints ({@code ws} or {@code wss}). */
  public RpcChain subscribing(URI... urls) {
    return new RpcChain(name, id, send, read, List.of(urls));
  }
}
