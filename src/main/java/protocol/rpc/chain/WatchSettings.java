package protocol.rpc.chain;

import java.time.Duration;

/**
 * How a chain is watched.
 *
 * @param poll how often the head is asked for where no WebSocket brings it: what is seen is late by as much
 * @param quiet how long a WebSocket may be silent before the head is asked for all the same
 * @param kept how many blocks are known; a reorganisation that goes deeper cannot be followed
 * @param settled how many blocks must stand on one before nobody expects it to leave any more; below {@code kept}
 * @param seen whether pending transactions are listened to, which costs a message for each of everybody's
 */
public record WatchSettings(Duration poll, Duration quiet, int kept, int settled, boolean seen) {

  /** Every 100 ms, 3 s of silence, 1,024 blocks, settled after 64, pending transactions not listened to. */
  public static WatchSettings defaults() {
    return new WatchSettings(Duration.ofMillis(100), Duration.ofSeconds(3), 1_024, 64, false);
  }

  /** The same with another time between two polls. */
  public WatchSettings poll(Duration other) {
    return new WatchSettings(other, quiet, kept, settled, seen);
  }

  /** The same with another patience for a silent WebSocket. */
  public WatchSettings quiet(Duration other) {
    return new WatchSettings(poll, other, kept, settled, seen);
  }

  /** The same, settled after so many blocks. */
  public WatchSettings settled(int other) {
    return new WatchSettings(poll, quiet, kept, other, seen);
  }

  /** The same, listening to pending transactions. */
  public WatchSettings listeningToPending() {
    return new WatchSettings(poll, quiet, kept, settled, true);
  }
}
