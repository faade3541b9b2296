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

  /** Of a load that sends what must revert. */
  public static Invariant whatMustRevertReverts() {
    return new WhatMustRevertReverts();
  }

  /** What every run that reads a chain has to show. */
  public static List<Invariant> ofReads() {
    return List.of(new AnswersNeverChange(), new TheHeadNeverGoesBack());
  }

  /** What a run has to show that asks two nodes for the same. */
  public static List<Invariant> ofTwoNodes() {
    return List.of(new BothNodesAnswerTheSame());
  }
}
