package protocol.rpc.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import protocol.rpc.chain.Quantity;

/**
 * What the chain asks for gas.
 *
 * @param baseFee of the next block, in wei
 * @param tips what the last blocks were given beyond it, by percentile, in wei
 * @param blobFee for a unit of the next block's blob gas, in wei; 0 where there are no blobs
 */
public record Quote(BigInteger baseFee, Map<Integer, BigInteger> tips, BigInteger blobFee) {

  /** The percentiles that are asked for. */
  static final List<Integer> PERCENTILES = List.of(10, 25, 50, 75, 90);

  /** How many blocks are looked at. */
  static final int BLOCKS = 5;

  /** The parameters of {@code eth_feeHistory}. */
  static final String PARAMS = PERCENTILES.stream()
      .map(String::valueOf)
      .collect(Collectors.joining(",", "[\"" + Quantity.of(BLOCKS) + "\",\"latest\",[", "]]"));

  /**
   * What {@code eth_feeHistory} says.
   *
   * @throws IOException when that is no fee history
   */
  static Quote of(JsonNode history) throws IOException {
    Map<Integer, BigInteger> tips = new TreeMap<>();
    for (int i = 0; i < PERCENTILES.size(); i++) {
      List<BigInteger> offered = new ArrayList<>();
      for (JsonNode block : history.path("reward")) {
        BigInteger tip = Quantity.parse(block.path(i).asText("0x0"));
        if (tip.signum() > 0) { // an empty block says nothing
          offered.add(tip);
        }
      }
      offered.sort(null);
      tips.put(PERCENTILES.get(i), offered.isEmpty() ? BigInteger.ZERO : offered.get(offered.size() / 2));
    }
    JsonNode blobs = history.path("baseFeePerBlobGas");
    return new Quote(last(history.path("baseFeePerGas")), tips, blobs.isEmpty() ? BigInteger.ZERO : last(blobs));
  }

  /** A price for everything, as chains without a base fee have it. */
  static Quote flat(BigInteger price) {
    return new Quote(price, Map.of(), BigInteger.ZERO);
  }

  /** The same with tips where the blocks said nothing. */
  Quote orTip(BigInteger tip) {
    Map<Integer, BigInteger> all = new TreeMap<>(tips);
    all.replaceAll((_, said) -> said.signum() == 0 ? tip : said);
    return new Quote(baseFee, all, blobFee);
  }

  /** Whether the blocks said nothing of tips. */
  boolean lacksTips() {
    return tips.values().stream().allMatch(tip -> tip.signum() == 0);
  }

  /** The tip of a percentile; 0 when it was not asked for. */
  BigInteger tip(int percentile) {
    return tips.getOrDefault(percentile, BigInteger.ZERO);
  }

  private static BigInteger last(JsonNode fees) throws IOException {
    return Quantity.parse(fees.path(fees.size() - 1).asText());
  }
}
