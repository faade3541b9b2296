package account;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A real node, with fees that are known beforehand, and with what only anvil can do. */
final class TestNode implements Node, AutoCloseable {

  private final JsonRpcNode node;
  private final Fees fees;

  /** Offers these fees whatever the chain asks for. */
  TestNode(URI url, Fees fees) {
    this.node = new JsonRpcNode(url);
    this.fees = fees;
  }

  /** Asks for anything; anvil can do more than other nodes. */
  JsonNode ask(String method, Object... arguments) throws IOException {
    return node.once(method, arguments);
  }

  @Override
  public Fees fees() {
    return fees;
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
  public void send(SignedTransaction transaction) throws IOException {
    node.send(transaction);
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

  @Override
  public void close() {
    node.close();
  }
}
