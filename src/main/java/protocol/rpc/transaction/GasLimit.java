package protocol.rpc.transaction;

/** How much gas a transaction may use. */
public sealed interface GasLimit {

  /** Exactly so much. */
  record Given(long gas) implements GasLimit {}

  /**
   * What the node estimates for the first of its kind, times a factor, for all of them.
   *
   * @param factor 1 or more
   * @param kind which calls use about the same; empty for the request's name
   */
  record Estimated(double factor, String kind) implements GasLimit {}
}
