package protocol.rpc;

import account.Fate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Transactions whose operation has ended, but of which that is not the last word: nobody had answered, or the block has left the chain
 * since. Safe from any thread.
 */
final class Unresolved {

  private final Map<String, Fate> fates = new ConcurrentHashMap<>();

  /** This operation's end is not the last word. */
  void add(String transaction) {
    fates.putIfAbsent(transaction, Fate.WAITING);
  }

  /** What is known of it by now, when its operation's end was not the last word. */
  void know(String transaction, Fate fate) {
    fates.computeIfPresent(transaction, (_, _) -> fate);
  }

  /** All of them, with the last that is known. */
  Map<String, Fate> all() {
    return Map.copyOf(fates);
  }
}
