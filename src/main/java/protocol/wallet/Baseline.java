package protocol.wallet;

import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import targets.ChainSpec;

/**
 * The chain before the run.
 *
 * @param block the newest block then: what happened later belongs to the run
 * @param balances of the destinations to which channels pay (32-byte hex), in wei
 * @param adjudicator the adjudicator's own balance, in wei
 */
record Baseline(long block, Map<String, BigInteger> balances, BigInteger adjudicator) {

  private static final int ADDRESS_DIGITS = 40;

  /** Reads the chain as it is now. */
  static Baseline now(ChainSpec chain, Set<String> destinations) throws IOException {
    try (Settlement settlement = new Settlement(chain)) {
      Map<String, BigInteger> balances = new HashMap<>();
      for (String destination : destinations) {
        balances.put(destination, settlement.balance(address(destination)));
      }
      return new Baseline(settlement.head(), balances, settlement.balance(chain.adjudicator()));
    }
  }

  /** The address at the end of a 32-byte destination. */
  static String address(String destination) {
    return "0x" + destination.substring(destination.length() - ADDRESS_DIGITS);
  }
}
