package account;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction in a block moved. What a contract pays out while it runs is not among it.
 *
 * @param hash 32-byte hex with 0x
 * @param from who sent it, 20-byte lower-case hex with 0x
 * @param to where it went, 20-byte lower-case hex with 0x; null when it deployed a contract
 * @param value what went along, in wei; 0 when it reverted
 * @param minted what its sender got with it from another chain, in wei; 0 but for deposits into a rollup
 * @param fee all that its sender paid beyond the value, in wei
 */
public record Movement(String hash, String from, @Nullable String to, BigInteger value, BigInteger minted,
    BigInteger fee) {}
