package rig.chain;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.Collection;

/** A bare chain of our own on loopback; gone with {@link #close}, and with this JVM at the latest. */
public final class LocalNode implements AutoCloseable {

  private final Anvil anvil;

  private LocalNode(Anvil anvil) {
    this.anvil = anvil;
  }

  /**
   * Starts anvil; takes a moment.
   *
   * @param rich addresses that have coins from the start
   * @param each how much, in wei
   * @throws IOException when it does not start; nothing is left running then
   */
  public static LocalNode start(ChainOptions options, Collection<String> rich, BigInteger each) throws IOException {
    Anvil anvil = Anvil.start(options);
    try (var node = new ChainNode(anvil.url())) {
      node.silence();
      for (String address : rich) {
        node.setBalance(address, each);
      }
      return new LocalNode(anvil);
    } catch (IOException | RuntimeException e) {
      anvil.close();
      throw e;
    }
  }

  /** Where it answers JSON-RPC. */
  public URI url() {
    return anvil.url();
  }

  /** Where it tells of new blocks. */
  public URI socket() {
    return URI.create("ws://127.0.0.1:" + anvil.url().getPort());
  }

  /** The process number of anvil. */
  public long pid() {
    return anvil.pid();
  }

  @Override
  public void close() {
    anvil.close();
  }
}
