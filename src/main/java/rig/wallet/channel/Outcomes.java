package rig.wallet.channel;

import contract.Exit;
import contract.Share;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums over outcomes. */
public final class Outcomes {

  private Outcomes() {}

  /** How much of each asset an outcome pays, in the asset's smallest unit. */
  public static Map<String, BigInteger> totals(List<Exit> outcome) {
    Map<String, BigInteger> totals = new LinkedHashMap<>();
    outcome.forEach(exit -> totals.merge(exit.asset(), total(exit), BigInteger::add));
    return totals;
  }

  /** How much one destination gets of one asset. */
  public static BigInteger share(Exit exit, String destination) {
    return exit.shares()
        .stream()
        .filter(share -> share.destination().equals(destination))
        .map(Share::amount)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static BigInteger total(Exit exit) {
    return exit.shares().stream().map(Share::amount).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
