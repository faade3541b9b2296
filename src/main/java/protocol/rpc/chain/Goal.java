package protocol.rpc.chain;

/**
 * How far a transaction is followed.
 *
 * @param depth how many blocks must stand on each other from its own on; 1 is inclusion
 * @param finality what else is waited for
 */
public record Goal(int depth, Finality finality) {

  /** What a chain says of its blocks beyond their depth. */
  public enum Finality {
    /** Nothing is waited for. */
    NONE,
    /** The tag {@code safe} has reached its block. */
    SAFE,
    /** The tag {@code finalized} has, too. */
    FINALIZED
  }

  /** Its block is known. */
  public static final Goal INCLUDED = new Goal(1, Finality.NONE);

  /** Refuses a depth below 1. */
  public Goal {
    if (depth < 1) {
      throw new IllegalArgumentException("a depth is 1 or more, not " + depth);
    }
  }
}
