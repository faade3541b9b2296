package targets;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where one chain's nodes answer.
 *
 * @param name the chain's name in simulations and reports, for example {@code l2}
 * @param id its chain id, 1 or more
 * @param send JSON-RPC endpoints that take transactions, at least one
 * @param read JSON-RPC endpoints for everything else, at least one
 * @param socket WebSocket endpoints, possibly none
 * @param allowMainnet whether a main-net chain id is accepted
 * @param maxSpend the most that a run may take from its funder there, for example {@code 2 ether}
 */
public record ChainNodes(String name, long id, List<URI> send, List<URI> read, List<URI> socket, boolean allowMainnet,
    Optional<String> maxSpend) {

  /** Copies. */
  public ChainNodes {
    send = List.copyOf(send);
    read = List.copyOf(read);
    socket = List.copyOf(socket);
  }

  /** A chain of one node. */
  public static ChainNodes of(String name, long id, URI url, URI socket) {
    return new ChainNodes(name, id, List.of(url), List.of(url), List.of(socket), false, Optional.empty());
  }
}
