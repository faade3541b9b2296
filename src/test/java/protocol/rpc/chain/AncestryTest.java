package protocol.rpc.chain;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import protocol.rpc.chain.Tally.Count;

import static org.assertj.core.api.Assertions.assertThat;

final class AncestryTest {

  private final Canon canon = new Canon(10);
  private final Tally tally = new Tally();
  private final List<String> left = new ArrayList<>();
  private final Ancestry ancestry = new Ancestry(canon, tally, (hash, told) -> told.accept(block(number(hash))),
      segment -> canon.join(segment).left().forEach(block -> left.add(block.hash())));

  private static Header block(long number) {
    return new Header(number, "0x" + number, "0x" + (number - 1), number, true, number, true);
  }

  private static long number(String hash) {
    return Long.parseLong(hash.substring(2));
  }

  @Test
  void aHeadBelowTheFirstThatWasKnownChangesNothing() {
    ancestry.connect(block(7));
    ancestry.connect(block(6)); // asked for before the seventh was told, and answered after it
    ancestry.connect(block(8));
    assertThat(left).isEmpty();
    assertThat(canon.tip()).isEqualTo(block(8));
    assertThat(canon.at(7)).isEqualTo(block(7));
    assertThat(tally.of(Count.DUPLICATES)).isEqualTo(1);
    assertThat(tally.of(Count.RESTARTS)).isZero();
  }

  @Test
  void aGapIsFilled() {
    ancestry.connect(block(7));
    ancestry.connect(block(10));
    assertThat(canon.at(8)).isEqualTo(block(8));
    assertThat(tally.of(Count.FILLED)).isEqualTo(2);
  }
}
