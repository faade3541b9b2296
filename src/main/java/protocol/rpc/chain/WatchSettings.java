package protocol.rpc.chain;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a chain is watched.
 *
 * @param poll how often the head is asked for where no WebSocket brings it: what is seen is late by as much
 * @param quiet how long a WebSocket may be silent before the head is asked for all the same
 * @param kept how many blocks are known; a reorganisation that goes deeper cannot be followed
 * @param settled how many blocks must stand on one before nobody expects it to leave any more; below {@code kept}
 * @param sights where transactions are looked for on their way, which costs a message for each of everybody's
 */
public record WatchSettings(Duration poll, Duration quiet, int kept, int settled, Set<Sight> sights) {

  /** Copies. */
  public WatchSettings {
    sights = Set.copyOf(sights);
  }

  /** Every 100 ms, 3 s of silence, 1,024 blocks, settled after 64, transactions not looked for on their way. */
  public static WatchSettings defaults() {
    return new WatchSettings(Duration.ofMillis(100), Duration.ofSeconds(3), 1_024, 64, Set.of());
  }

  /** The same with another time between two polls. */
  public WatchSettings poll(Duration other) {
    return new WatchSettings(other, quiet, kept, settled, sights);
  }

  /** The same with another patience for a silent WebSocket. */
  public WatchSettings quiet(Duration other) {
    return new WatchSettings(poll, other, kept, settled, sights);
  }

  /** The same, settled after so many blocks. */
  public WatchSettings settled(int other) {
    return new WatchSettings(poll, quiet, kept, other, sights);
  }

  /** The same, listening to pending transactions. */
  public WatchSettings listeningToPending() {
    return new WatchSettings(poll, quiet, kept, settled, with(Sight.PENDING));
  }

  /** The same, listening to preconfirmations, where nodes tell of them. */
  public WatchSettings listeningToPreconfirmations() {
    return new WatchSettings(poll, quiet, kept, settled, with(Sight.PRECONFIRMED));
  }

  private Set<Sight> with(Sight sight) {
    Set<Sight> more = EnumSet.of(sight);
    more.addAll(sights);
    return more;
  }
}
