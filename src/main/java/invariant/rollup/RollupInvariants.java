package invariant.rollup;

import invariant.Invariant;
import java.util.List;

/** The invariants of chains. */
public final class RollupInvariants {

  private RollupInvariants() {}

  /** What every run that sends transactions has to show. */
  public static List<Invariant> ofTransactions() {
    return List.of(new EveryTransactionIsAccountedFor(), new InclusionIsWhatTheChainSays(), new MoneyIsAccountedFor());
  }

  /** Of a load that moves a token, which is read before and after. */
  public static Invariant tokenSupplyIsConserved() {
    return new TokenSupplyIsConserved();
  }
}
