package account;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A node on a line where every third request or answer of a send gets lost. */
final class LossyNode implements Node {

  private final Node node;
  private final Random random;

  LossyNode(Node node, long seed) {
    this.node = node;
    this.random = new Random(seed);
  }

  @Override
  public void send(SignedTransaction transaction) throws IOException {
    int luck;
    synchronized (random) {
      luck = random.nextInt(6);
    }
    if (luck == 0) {
      throw new IOException("the request got lost");
    }
    node.send(transaction);
    if (luck == 1) {
      throw new IOException("the answer got lost");
    }
  }

  @Override
  public long chainId() throws IOException {
    return node.chainId();
  }

  @Override
  public BigInteger balance(String address) throws IOException {
    return node.balance(address);
  }

  @Override
  public long nonce(String address) throws IOException {
    return node.nonce(address);
  }

  @Override
  public boolean hasCode(String address) throws IOException {
    return node.hasCode(address);
  }

  @Override
  public Fees fees() throws IOException {
    return node.fees();
  }

  @Override
  public Optional<Receipt> receipt(String hash) throws IOException {
    return node.receipt(hash);
  }

  @Override
  public PoolView view(String address, Collection<String> hashes) throws IOException {
    return node.view(address, hashes);
  }

  @Override
  public long head() throws IOException {
    return node.head();
  }

  @Override
  public List<Movement> movements(long block, Set<String> accounts, Reading reading) throws IOException {
    return node.movements(block, accounts, reading);
  }
}
