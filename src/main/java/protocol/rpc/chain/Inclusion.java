package protocol.rpc.chain;

/**
 * That a transaction stands in a block, on three clocks: when the block's header arrived, what time the block itself bears, and when the
 * receipt was seen.
 *
 * @param block with the first two clocks
 * @param seen {@link System#nanoTime} when the receipt was there
 * @param receipt what became of it
 */
public record Inclusion(Header block, long seen, Receipt receipt) {}
