package account;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What became of a transaction that is in a block.
 *
 * @param succeeded false when it reverted
 * @param block where it stands
 * @param fee all that its sender paid beyond the value, in wei: gas, blobs, and what a rollup charges for data
 * @param deployed the contract it created, 20-byte lower-case hex with 0x
 */
public record Receipt(boolean succeeded, long block, BigInteger fee, Optional<String> deployed) {}
