package targets;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The part of a target file that tells where chains answer. */
final class ChainSection {

  private static final Pattern AMOUNT = Pattern.compile("\\d+(\\.\\d+)? *(wei|gwei|ether)");
  private static final Set<String> WEB = Set.of("http", "https");
  private static final Set<String> SOCKET = Set.of("ws", "wss");

  private ChainSection() {}

  /** All chains, in alphabetical order; none when the file names none. */
  static List<ChainNodes> all(Section root) {
    return root.section("chains")
        .stream()
        .flatMap(chains -> chains.keys().stream().flatMap(name -> chain(name, chains).stream()))
        .toList();
  }

  /** The id of a chain, which must be none where money is real unless the file says that it may be. */
  static long id(Section chain, boolean allowed) {
    long id = chain.number("id", Optional.empty());
    MainNets.named(id)
        .filter(_ -> !allowed)
        .ifPresent(net -> chain.wrong("id",
            "this is " + net + ", where money is real; use a test net, or say allow-mainnet = true"));
    return id;
  }

  private static Optional<ChainNodes> chain(String name, Section chains) {
    return chains.section(name).map(chain -> {
      chain.knows("id", "url", "send", "ws", "allow-mainnet", "max-spend");
      boolean allowed = chain.flag("allow-mainnet");
      List<URI> read = chain.urls("url", WEB, "give an address such as http://127.0.0.1:8545, or several in brackets");
      boolean apart = chain.keys().contains("send");
      List<URI> send = apart
          ? chain.urls("send", WEB, "give an address such as http://127.0.0.1:8545, or several in brackets")
          : read;
      List<URI> socket = chain.keys().contains("ws")
          ? chain.urls("ws", SOCKET,
              "give an address such as ws://127.0.0.1:8546, or leave it out to ask again and again")
          : List.of();
      Optional<String> most = chain.keys().contains("max-spend")
          ? Optional.of(chain.text("max-spend", AMOUNT, "give an amount such as 0.5 ether"))
          : Optional.empty();
      return new ChainNodes(name, id(chain, allowed), send, read, socket, allowed, most);
    });
  }
}
