package protocol.rpc.chain;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What became of a transaction, as a node answers it.
 *
 * @param transaction its hash, 32-byte hex with 0x
 * @param block the hash of the block that it is in
 * @param success false when it was reverted
 * @param gasUsed gas that was paid for
 * @param gasPrice wei paid for each gas; null when the node does not tell
 * @param contract the address of the contract that it deployed; null when it deployed none
 * @param json the whole receipt, logs and all
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record Receipt(String transaction, String block, boolean success, long gasUsed, @Nullable BigInteger gasPrice,
    @Nullable String contract, byte[] json) {

  /** Wei paid for its execution; for data on another chain there may be more. */
  public BigInteger fee() {
    return gasPrice == null ? BigInteger.ZERO : gasPrice.multiply(BigInteger.valueOf(gasUsed));
  }
}
