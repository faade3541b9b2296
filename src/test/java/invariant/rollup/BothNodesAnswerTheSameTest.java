package invariant.rollup;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

final class BothNodesAnswerTheSameTest {

  private final Invariant invariant = new BothNodesAnswerTheSame();

  @Test
  void holdsWhenTheyAgree() {
    new Asked().agree("block 5").agree("block 6").answers("block 7", "aa", "read 1").holds(invariant);
  }

  @Test
  void holdsWhenSilenceIsFollowedByAnAnswer() {
    new Asked().oneIsSilent("block 5").agree("block 5").holds(invariant);
    new Asked().agree("block 5").oneIsSilent("block 5").holds(invariant);
  }

  @Test
  void brokenByADifference() {
    new Asked().agree("block 5")
        .differ("block 6", "transactions[3].gas", "0x1", "0x2")
        .oneIsSilent("block 7")
        .broken(invariant, "block 6: transactions[3].gas is 0x1 at geth, and 0x2 at reth");
  }

  @Test
  void openWhenOneNeverAnswered() {
    new Asked().agree("block 5")
        .oneIsSilent("block 6")
        .open(invariant, "block 6 was never answered by both (timeout, reth: no answer in time)");
  }

  @Test
  void openWhenNothingWasCompared() {
    new Asked().open(invariant, "nothing was looked at");
    new Asked().answers("block 5", "aa", "read 1").open(invariant, "nothing was looked at");
  }
}
