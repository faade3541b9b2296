package contract;

import java.util.List;

/**
 * How one asset leaves a channel when it ends; an outcome is a list of these.
 *
 * @param asset 20-byte hex with 0x: a token, or the zero address for the chain's own coin (v1: the asset holder)
 * @param shares in payout order
 */
public record Exit(String asset, List<Share> shares) {

  /** The asset that stands for the chain's own coin. */
  public static final String COIN = "0x" + "0".repeat(40);
}
