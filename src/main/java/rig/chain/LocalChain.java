package rig.chain;

import account.Account;
import contract.Artifact;
import contract.Calldata;
import java.io.IOException;
import java.math.BigInteger;
import targets.ChainSpec;

/** A chain of our own on loopback, with an adjudicator on it; gone with {@link #close}, and with this JVM at the latest. */
public final class LocalChain implements AutoCloseable {

  private static final Account DEPLOYER = Account.of("d0".repeat(32));
  private static final BigInteger RICH = BigInteger.TEN.pow(24);
  private static final long DEPLOY_GAS = 10_000_000;

  private final Anvil anvil;
  private final ChainNode node;
  private final ChainSpec spec;
  private final ChainWatcher watcher;

  private LocalChain(Anvil anvil, ChainNode node, ChainSpec spec) {
    this.anvil = anvil;
    this.node = node;
    this.spec = spec;
    this.watcher = new ChainWatcher(node, spec);
  }

  /**
   * Starts anvil and deploys the adjudicator; takes about a second.
   *
   * @throws IOException when one of them fails; nothing is left running then
   */
  public static LocalChain start(ChainOptions options) throws IOException {
    Anvil anvil = Anvil.start(options);
    var node = new ChainNode(anvil.url());
    try {
      node.silence();
      if (node.chainId() != options.chainId()) {
        throw new IOException("the local chain has id " + node.chainId() + ", not " + options.chainId());
      }
      Receipt deployed = deploy(node, options);
      String adjudicator = deployed.deployed().orElseThrow();
      return new LocalChain(anvil, node,
          new ChainSpec(anvil.url(), options.chainId(), adjudicator, deployed.block(), false));
    } catch (IOException | RuntimeException e) {
      node.close();
      anvil.close();
      throw e;
    }
  }

  private static Receipt deploy(ChainNode node, ChainOptions options) throws IOException {
    node.setBalance(DEPLOYER.address(), RICH);
    var creation = new Calldata(Artifact.named(options.contract()).bytecode(), BigInteger.ZERO, DEPLOY_GAS);
    String hash = node.send(new Transaction(options.chainId(), 0, null, creation).signedBy(DEPLOYER));
    node.mine();
    Receipt receipt = node.receipt(hash).orElseThrow(() -> new IOException("the adjudicator is in no block"));
    if (!receipt.succeeded()) {
      throw new IOException("the adjudicator could not be deployed");
    }
    return receipt;
  }

  /** Where it answers and what is deployed there. */
  public ChainSpec spec() {
    return spec;
  }

  /** Tells what happens at the adjudicator. */
  public ChainWatcher watcher() {
    return watcher;
  }

  /**
   * A client that pays from an account. One per account: it counts the nonces itself.
   *
   * @param payer given a million coins when it has none yet
   */
  public ChainClient client(Account payer) throws IOException {
    if (node.balance(payer.address()).signum() == 0) {
      node.setBalance(payer.address(), RICH);
    }
    return new ChainClient(node, spec, payer);
  }

  /** How many wei an address has. */
  public BigInteger balance(String address) throws IOException {
    return node.balance(address);
  }

  /** The process number of anvil. */
  public long pid() {
    return anvil.pid();
  }

  @Override
  public void close() {
    watcher.close();
    node.close();
    anvil.close();
  }
}
