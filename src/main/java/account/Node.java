package account;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What this package asks of a chain. Calls block until the node has answered.
 *
 * <p>Each throws an {@link IOException} when there is no answer; for {@link #send} that leaves open whether the node has the
 * transaction, and only a {@link RefusedException} says that it has not.
 */
public interface Node {

  /** The id of the chain that it follows. */
  long chainId() throws IOException;

  /** What an account has in the latest block, in wei. */
  BigInteger balance(String address) throws IOException;

  /** How many transactions an account has in blocks, up to the latest. */
  long nonce(String address) throws IOException;

  /** Whether there is a contract at an address. */
  boolean hasCode(String address) throws IOException;

  /** What a transaction has to offer to be taken into one of the next blocks; {@link Fees#max} leaves room for the base fee to rise. */
  Fees fees() throws IOException;

  /** Which kind of transaction the chain takes for payments. */
  default Kind kind() throws IOException {
    return Kind.PLAIN;
  }

  /**
   * What a chain takes beyond gas for a transaction, at most, in wei: the data fee of a rollup.
   *
   * @param bytes how long it is
   * @param gas its limit
   */
  default BigInteger surcharge(int bytes, long gas) throws IOException {
    return BigInteger.ZERO;
  }

  /** How much gas a plain payment takes, at most: more than usual on chains that charge data as gas. */
  default long transferGas() throws IOException {
    return Call.TRANSFER_GAS;
  }

  /** Hands over a transaction. */
  void send(SignedTransaction transaction) throws IOException;

  /** What became of a transaction; empty while it is in no block. */
  Optional<Receipt> receipt(String hash) throws IOException;

  /**
   * How a node sees an account's transactions.
   *
   * @param hashes of those that are asked for
   */
  PoolView view(String address, Collection<String> hashes) throws IOException;

  /** The number of the latest block. */
  long head() throws IOException;

  /**
   * What the transactions of a block moved from or to some accounts.
   *
   * @param block from 0 to {@link #head}
   * @param accounts 20-byte lower-case hex with 0x
   * @param reading how closely it looks
   */
  List<Movement> movements(long block, Set<String> accounts, Reading reading) throws IOException;
}
