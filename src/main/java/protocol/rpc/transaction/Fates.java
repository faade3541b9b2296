package protocol.rpc.transaction;

import account.Fate;
import java.util.HashMap;
import java.util.Map;

/** What becomes of each transaction that was signed for one order; the order ends with the best of them. Safe from any thread. */
final class Fates {

  private final Watched watched;
  /** Nearly always of one. */
  private final Map<String, Fate> fates = new HashMap<>(2);
  private Fate whole = Fate.WAITING;

  Fates(Watched watched) {
    this.watched = watched;
  }

  /** A transaction is about to be sent: whether it is the first. */
  synchronized boolean begin(String hash) {
    boolean first = fates.isEmpty();
    fates.put(hash, Fate.WAITING);
    return first;
  }

  /** It was not sent after all. */
  synchronized void forget(String hash) {
    fates.remove(hash);
  }

  /** Something has become of a transaction. */
  synchronized void become(String hash, Fate fate) {
    fates.put(hash, fate);
    Fate before = whole;
    whole = best();
    if (whole != before) {
      watched.moved(before, whole);
    }
  }

  private Fate best() {
    for (Fate sought : new Fate[] {Fate.INCLUDED, Fate.REVERTED, Fate.WAITING, Fate.UNKNOWN, Fate.EXPIRED}) {
      if (fates.containsValue(sought)) {
        return sought;
      }
    }
    return fates.containsValue(Fate.REPLACED) ? Fate.REPLACED : Fate.REJECTED;
  }
}
