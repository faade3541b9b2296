package load;

import java.math.BigInteger;
import java.util.List;

/**
 * How one asset of a channel is split.
 *
 * @param asset 20-byte hex, with 0x; the zero address is the chain's own coin
 * @param items the shares, in payout order
 */
public record Allocation(String asset, List<Item> items) {

  /** The asset that stands for the chain's own coin. */
  static final String COIN = "0x" + "0".repeat(40);

  /**
   * One share.
   *
   * @param destination 32-byte hex, with 0x: 12 zero bytes and an address, or a channel id
   * @param amount in the asset's smallest unit (wei), 0 or more
   */
  public record Item(String destination, BigInteger amount) {}

  /** The sum of all shares. */
  public BigInteger total() {
    return items.stream().map(Item::amount).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
