package account;

import account.JsonRpc.NodeError;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a chain asks for gas: twice its base fee and the median tip of its last blocks; one price where there is no base fee. */
final class Market {

  private static final int BLOCKS = 5;
  private static final int MEDIAN = 50;

  private final JsonRpc rpc;
  private final Optional<BigInteger> cap;
  private volatile @Nullable Kind kind;

  Market(JsonRpc rpc, Optional<BigInteger> cap) {
    this.rpc = rpc;
    this.cap = cap;
  }

  /** Which transactions the chain takes for payments: those of EIP-1559 where its blocks have a base fee. */
  Kind kind() throws IOException {
    Kind known = kind;
    if (known == null) {
      boolean baseFee = rpc.ask("eth_getBlockByNumber", "latest", false).path("baseFeePerGas").isString();
      known = baseFee ? Kind.PLAIN : new Kind.Legacy();
      kind = known;
    }
    return known;
  }

  Fees fees() throws IOException {
    if (kind() instanceof Kind.Legacy) {
      return Fees.flat(capped(price()));
    }
    JsonNode history = history();
    JsonNode base = history.path("baseFeePerGas");
    if (base.isEmpty()) {
      // The price holds base fee and tip; nobody says which is which.
      return capped(price(), price().multiply(BigInteger.TWO), maxTip());
    }
    BigInteger next = Hex.quantity(base.path(base.size() - 1));
    BigInteger tip = tip(history.path("reward"));
    return capped(next, next.multiply(BigInteger.TWO).add(tip), tip);
  }

  private JsonNode history() throws IOException {
    try {
      return rpc.ask("eth_feeHistory", Hex.of(BLOCKS), "latest", List.of(MEDIAN));
    } catch (NodeError e) {
      return tools.jackson.databind.node.MissingNode.getInstance();
    }
  }

  private BigInteger price() throws IOException {
    return Hex.quantity(rpc.ask("eth_gasPrice"));
  }

  private BigInteger tip(JsonNode rewards) throws IOException {
    List<BigInteger> tips = new ArrayList<>();
    for (JsonNode block : rewards) {
      BigInteger tip = Hex.orZero(block.path(0));
      // An empty block says nothing.
      if (tip.signum() > 0) {
        tips.add(tip);
      }
    }
    tips.sort(null);
    return tips.isEmpty() ? maxTip() : tips.get(tips.size() / 2);
  }

  private BigInteger maxTip() throws IOException {
    try {
      return Hex.quantity(rpc.ask("eth_maxPriorityFeePerGas"));
    } catch (NodeError _) {
      return BigInteger.ZERO;
    }
  }

  private Fees capped(BigInteger least, BigInteger max, BigInteger tip) throws IOException {
    capped(least);
    BigInteger most = cap.map(max::min).orElse(max);
    return new Fees(most, tip.min(most));
  }

  private BigInteger capped(BigInteger least) throws IOException {
    if (cap.isPresent() && least.compareTo(cap.get()) > 0) {
      throw new IOException("the chain asks for " + least + " wei for a unit of gas, and at most " + cap.get()
          + " may be offered: wait, or raise the cap");
    }
    return least;
  }
}
