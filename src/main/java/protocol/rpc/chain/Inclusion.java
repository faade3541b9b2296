package protocol.rpc.chain;

/**
 * That a transaction stands in a block, on three clocks: when the block's header arrived, what time the block itself bears, and when the
 * receipt was seen.
 *
 * @param block with the first two clocks
 * @param seen {@link System#nanoTime} when the receipt was there
 * @param receipt what became of it
 */
public record Inclusion(Header block, long seen, Receipt receipt) {

  private static final byte[] NOTHING = new byte[0];

  /** The same without what the node has answered besides: what is kept for as long as the block may leave the chain. */
  Inclusion bare() {
    Receipt bare = new Receipt(receipt.transaction(), receipt.block(), receipt.success(), receipt.gasUsed(),
        receipt.gasPrice(), receipt.contract(), NOTHING);
    return new Inclusion(block, seen, bare);
  }
}
