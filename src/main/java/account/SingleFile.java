package account;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands out one account's nonces: one sender at a time, without gaps.
 *
 * <p>A gap would hold back every later transaction of the account, so after a failed send the chain is asked again which
 * nonce comes next. Works only while nobody else sends for the account. Many in flight at once are for a {@link NonceLane}.
 */
public final class SingleFile {

  private static final long UNKNOWN = -1;

  private final ReentrantLock lock = new ReentrantLock();
  private final Source chain;
  private long next = UNKNOWN;

  /** Asks the chain before the first send and after each failure. */
  public SingleFile(Source chain) {
    this.chain = chain;
  }

  /**
   * Sends with the next nonce. Blocks while another send of the account is under way.
   *
   * @throws IOException when the chain did not take it; the nonce is then not used up
   */
  public <T> T send(Send<T> send) throws IOException {
    lock.lock();
    try {
      long nonce = next == UNKNOWN ? chain.nextNonce() : next;
      next = UNKNOWN;
      T sent = send.with(nonce);
      next = nonce + 1;
      return sent;
    } finally {
      lock.unlock();
    }
  }

  /** Tells how many transactions the account has sent, those that wait for a block included. */
  @FunctionalInterface
  public interface Source {
    long nextNonce() throws IOException;
  }

  /** Sends one transaction. */
  @FunctionalInterface
  public interface Send<T> {
    T with(long nonce) throws IOException;
  }
}
