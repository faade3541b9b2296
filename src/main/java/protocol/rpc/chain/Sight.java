package protocol.rpc.chain;

/** Where a transaction may be seen before it is in a block. */
public enum Sight {
  /** In a node's pool. */
  PENDING("newPendingTransactions"),
  /** Promised by whoever builds the blocks, on chains that do so. */
  PRECONFIRMED("newFlashblockTransactions");

  private final String feed;

  Sight(String feed) {
    this.feed = feed;
  }

  /** What is subscribed to. */
  String feed() {
    return feed;
  }
}
