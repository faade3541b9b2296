package account;

import java.math.BigInteger;
import java.util.List;

/** Pays many accounts with one transaction, by a contract. */
public interface Batching {

  /** Deploys the contract. */
  Call deployment();

  /** How many accounts one transaction pays at most. */
  int size();

  /**
   * Brings accounts up to a level; what is left over comes back.
   *
   * @param contract 20-byte hex with 0x
   * @param level in wei
   * @param accounts 20-byte hex with 0x
   * @param value what goes along, in wei: what they lack at least
   */
  Call topUp(String contract, BigInteger level, List<String> accounts, BigInteger value);
}
