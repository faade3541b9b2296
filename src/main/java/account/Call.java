package account;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction does.
 *
 * @param to the account or contract it goes to, 20-byte hex with 0x; null deploys a contract
 * @param value coins sent with it, in wei, 0 or more
 * @param data hex of any length with 0x
 * @param gasLimit what it may use at most, in gas
 */
public record Call(@Nullable String to, BigInteger value, String data, long gasLimit) {

  /** The gas that a plain payment uses on Ethereum and on the chains that charge like it. */
  public static final long TRANSFER_GAS = 21_000;

  /** A plain payment in wei. */
  public static Call transfer(String to, BigInteger wei) {
    return new Call(to, wei, "0x", TRANSFER_GAS);
  }
}
