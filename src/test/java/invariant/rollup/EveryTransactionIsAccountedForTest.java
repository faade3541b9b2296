package invariant.rollup;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

final class EveryTransactionIsAccountedForTest {

  private final Invariant invariant = new EveryTransactionIsAccountedFor();

  @Test
  void holdsWhenBlocksHaveWhatWasSeenThere() {
    new Net().included("0x1", 0, 5)
        .rejected("0x2", 1)
        .included("0x3", 1, 6)
        .block(5, "0x1:0")
        .block(6, "0x3:1")
        .holds(invariant);
  }

  @Test
  void holdsWhenTheBlocksTellWhatNobodyKnew() {
    new Net().unknown("0x1", 0).block(5, "0x1:0").holds(invariant);
  }

  @Test
  void holdsWhenItIsThereUnderTheHashOfOneThatOfferedMore() {
    new Net().raised("0x1", "0x1b", 0, 5).unknown("0x2", 1).block(5, "0x1b:0", "0x2b:1").holds(invariant);
  }

  @Test
  void holdsWhenSomethingOnlyUsedUpANonce() {
    new Net().included("0x1", 0, 5).block(5, "0x1:0", "0x9:1:filler").holds(invariant);
  }

  @Test
  void holdsWhenItIsGoneForGood() {
    new Net().unknown("0x1", 0).lastWord("0x1", "expired").included("0x2", 0, 5).block(5, "0x2:0").holds(invariant);
  }

  @Test
  void brokenByOneThatIsNotThere() {
    new Net().included("0x1", 0, 5)
        .included("0x2", 1, 5)
        .block(5, "0x2:1")
        .broken(invariant, "pay 0x1 is said to be in a block, and is in none");
  }

  @Test
  void brokenByOneThatShouldNotBeThere() {
    new Net().rejected("0x1", 0)
        .block(5, "0x1:0")
        .broken(invariant, "pay 0x1 is said to be in no block, and is in block 5");
    new Net().unknown("0x1", 0).lastWord("0x1", "replaced").block(5, "0x1:0").broken(invariant, "and is in block 5");
  }

  @Test
  void brokenByOneThatNobodySent() {
    new Net().included("0x1", 0, 5)
        .block(5, "0x1:0", "0x9:1")
        .broken(invariant, "block 5 has 0x9 of 0xaa, which nobody sent");
  }

  @Test
  void brokenByALastWordThatIsWrong() {
    new Net().unknown("0x1", 0).lastWord("0x1", "included").block(5).broken(invariant, "said to be in a block");
  }

  @Test
  void openWhenNobodyKnows() {
    new Net().unknown("0x1", 0).block(5).open(invariant, "may still come into one");
    new Net().unknown("0x1", 0).lastWord("0x1", "unknown").block(5).open(invariant, "may still come into one");
  }

  @Test
  void openWhenBlocksCouldNotBeRead() {
    new Net().included("0x1", 0, 5).block(5, "0x1:0").unreadable(6).open(invariant, "block l2 6 could not be read");
    new Net().included("0x1", 0, 5).open(invariant, "not all blocks were read");
  }

  @Test
  void openWhenNothingWasSent() {
    new Net().open(invariant, "nothing was looked at");
  }
}
