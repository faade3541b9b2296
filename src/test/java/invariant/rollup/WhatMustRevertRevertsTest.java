package invariant.rollup;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

final class WhatMustRevertRevertsTest {

  private final Invariant invariant = RollupInvariants.whatMustRevertReverts();

  @Test
  void whatIsUndoneIsFine() {
    new Net().mustRevert()
        .included("0x1", "0x1", 0, Net.told("0x1", 5, false, 21_000))
        .included("0x2", 1, 5)
        .block(5, "-0x1:0", "0x2:1")
        .holds(invariant);
  }

  @Test
  void whatHasItsWayBreaksIt() {
    new Net().mustRevert()
        .included("0x1", 0, 5)
        .block(5, "0x1:0")
        .broken(invariant, "pay 0x1: it was supposed to revert, and has its way in block 5");
  }

  @Test
  void alsoWhenItHadToOfferMoreOrWasGivenUp() {
    new Net().mustRevert().raised("0x1", "0x9", 0, 5).block(5, "0x9:0").broken(invariant, "pay 0x1");
    new Net().mustRevert().unknown("0x1", 0).lastWord("0x1", "included").block(5, "0x1:0").broken(invariant, "pay 0x1");
  }

  @Test
  void whatNeverCameIntoABlockProvesNothing() {
    new Net().open(invariant, "nothing was looked at");
    new Net().included("0x2", 0, 5).block(5, "0x2:0").open(invariant, "nothing was looked at");
    new Net().mustRevert().rejected("0x1", 0).block(5).open(invariant, "nothing was looked at");
  }

  @Test
  void whatNobodyKnowsLeavesItOpen() {
    new Net().mustRevert().unknown("0x1", 0).block(5).open(invariant, "nobody knows what became of 0x1");
  }
}
