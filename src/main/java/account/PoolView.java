package account;

import java.util.Set;

/**
 * How a node sees an account's transactions at one time.
 *
 * @param mined how many of the account's transactions are in blocks; to be read <em>before</em> the others, since what has
 *     been mined by then must show among them
 * @param pending the same with those in the pool that follow without a gap
 * @param pooled hashes of ours that wait in the pool
 * @param inBlocks hashes of ours that are in blocks
 */
public record PoolView(long mined, long pending, Set<String> pooled, Set<String> inBlocks) {

  boolean knows(String hash) {
    return pooled.contains(hash) || inBlocks.contains(hash);
  }
}
