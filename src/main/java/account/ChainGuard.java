package account;

import java.io.IOException;
import targets.MainNets;

/** Holds payments back from a chain that is not the one they are meant for. */
public final class ChainGuard {

  private ChainGuard() {}

  /**
   * Asks a node which chain it follows.
   *
   * @param chainId the one that is meant
   * @param allowMainnet whether it may be one where money is real
   * @throws IOException when the node follows another chain, or money is real there and nobody has allowed that
   */
  public static void check(Node node, long chainId, boolean allowMainnet) throws IOException {
    long found = node.chainId();
    if (found != chainId) {
      throw new IOException("the node follows chain " + found + ", the target says " + chainId
          + ": correct the target's chain id or its address");
    }
    var name = MainNets.named(chainId);
    if (name.isPresent() && !allowMainnet) {
      throw new IOException("chain " + chainId + " is " + name.get()
          + ", where money is real: say allow-mainnet = true in the target, or --allow-mainnet, to pay there nevertheless");
    }
  }
}
