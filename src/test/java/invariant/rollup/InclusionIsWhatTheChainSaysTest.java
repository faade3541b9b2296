package invariant.rollup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import invariant.Invariant;
import org.junit.jupiter.api.Test;

final class InclusionIsWhatTheChainSaysTest {

  private final Invariant invariant = new InclusionIsWhatTheChainSays();

  private static Net told(ObjectNode told) {
    return new Net().included("0x1", "0x1", 0, told).block(5, "0x1:0").block(6);
  }

  @Test
  void holdsWhenAllIsTheSame() {
    told(Net.told("0x1", 5, true, 21_000)).raised("0x2", "0x2b", 1, 7).block(7, "0x2b:1").holds(invariant);
  }

  @Test
  void holdsWhenTheBlockHasLeftTheChainSince() {
    told(Net.told("0x1", 4, true, 21_000)).lastWord("0x1", "included")
        .included("0x2", 1, 7)
        .block(7, "0x2:1")
        .holds(invariant);
  }

  @Test
  void brokenByAnotherBlock() {
    told(Net.told("0x1", 6, true, 21_000)).broken(invariant, "pay 0x1: seen in block 6 0xb6, carried out");
  }

  @Test
  void brokenByAnotherResult() {
    told(Net.told("0x1", 5, false, 21_000)).broken(invariant, "undone");
  }

  @Test
  void brokenByOtherGas() {
    told(Net.told("0x1", 5, true, 20_999)).broken(invariant, "for 20999 gas");
  }

  @Test
  void brokenByAnotherTime() {
    ObjectNode late = Net.told("0x1", 5, true, 21_000);
    late.withObject("clocks").put("block", 5_001);
    told(late).broken(invariant,
        "at 5001 ms, but it is in block 5 0xb5, carried out, for 21000 gas and 0x5 wei, at 5000 ms");
  }

  @Test
  void openWhenNothingWasIncluded() {
    new Net().rejected("0x1", 0).block(5).open(invariant, "nothing was looked at");
  }
}
