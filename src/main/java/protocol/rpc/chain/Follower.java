package protocol.rpc.chain;

/**
 * Who follows a transaction. Called on the watcher's thread: must not block. Times are readings of {@link System#nanoTime}.
 *
 * <p>After {@link #onLeft} all but {@link #onSeen} may be called again.
 */
public interface Follower {

  /** It is not in a block, but somewhere on its way; only when the watcher listens to that. */
  default void onSeen(Sight sight, long time) {}

  /** It stands in a block. */
  void onIncluded(Inclusion inclusion);

  /** Its block has left the chain: it is pending again. The receipt's own text is not kept for so long. */
  void onLeft(Inclusion inclusion);

  /** As many blocks stand on each other as the {@link Goal} asks for, when those are more than its own. */
  default void onConfirmed(long time) {}

  /** The chain calls its block safe. */
  default void onSafe(long time) {}

  /** The chain calls its block final. */
  default void onFinalized(long time) {}
}
