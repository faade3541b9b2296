package account;

import account.JsonRpc.NodeError;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;
import tools.jackson.databind.JsonNode;

/** What rollups of the OP stack take beyond gas: for the data on L1, and for the operator. Other chains have no such contract. */
final class DataFee {

  private static final String ORACLE = "0x420000000000000000000000000000000000000F";
  private static final String UPPER_BOUND = selector("getL1FeeUpperBound(uint256)");
  private static final String FEE_OF = selector("getL1Fee(bytes)");
  private static final String OPERATOR = selector("getOperatorFee(uint256)");
  private static final int WORD = 64;
  private static final int SELECTOR = 10;

  private final JsonRpc rpc;
  private volatile @Nullable Boolean there;

  DataFee(JsonRpc rpc) {
    this.rpc = rpc;
  }

  /**
   * For one transaction, at most, in wei: a quarter more than now, since the prices of L1 move from block to block.
   *
   * @param gas its limit: of that much the operator wants to see his share beforehand
   */
  BigInteger atMost(int bytes, long gas) throws IOException {
    if (!there()) {
      return BigInteger.ZERO;
    }
    Optional<BigInteger> bound = call(UPPER_BOUND + word(bytes));
    // Older ones know only the fee of given bytes; those that compress worst cost most.
    BigInteger data = bound.isPresent() ? bound.get() : call(FEE_OF + incompressible(bytes)).orElse(BigInteger.ZERO);
    BigInteger now = data.add(operator(gas));
    return now.add(now.divide(BigInteger.valueOf(4)));
  }

  /** The operator's share of that much gas, at the prices of now, in wei; 0 where there is none. */
  BigInteger operator(long gas) throws IOException {
    return there() ? call(OPERATOR + word(gas)).orElse(BigInteger.ZERO) : BigInteger.ZERO;
  }

  /** Whether this is such a rollup. */
  boolean there() throws IOException {
    Boolean known = there;
    if (known == null) {
      known = rpc.ask("eth_getCode", ORACLE, "latest").asString("0x").length() > 2;
      there = known;
    }
    return known;
  }

  private Optional<BigInteger> call(String data) throws IOException {
    try {
      JsonNode answer = rpc.once("eth_call", Map.of("to", ORACLE, "data", data), "latest");
      return answer.asString("0x").length() > 2 ? Optional.of(Hex.quantity(answer)) : Optional.empty();
    } catch (NodeError _) {
      // It knows no such function.
      return Optional.empty();
    }
  }

  private static String selector(String signature) {
    return Hash.sha3String(signature).substring(0, SELECTOR);
  }

  private static String word(long number) {
    return "%064x".formatted(number);
  }

  private static String incompressible(int bytes) {
    StringBuilder data = new StringBuilder(2 * bytes + WORD);
    long noise = 1;
    for (int i = 0; i < bytes; i++) {
      noise = noise * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      data.append("%02x".formatted((noise >>> 56) | 1));
    }
    while (data.length() % WORD != 0) {
      data.append('0');
    }
    return word(WORD / 2) + word(bytes) + data;
  }
}
