package load;

import load.BlockPace.Limit;
import load.BlockPace.Wave;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Twenty are asked for each block. */
final class BlockPaceTest {

  private static final int ASKED = 20;

  private final BlockPace pace = new BlockPace(ASKED);

  @Test
  void sendsWhatIsAskedForEachBlock() {
    for (int block = 0; block < 5; block++) {
      assertThat(takes(100)).isEqualTo(ASKED);
      ends(ASKED, true);
      assertThat(pace.next()).isEqualTo(new Wave(ASKED, Limit.NOBODY));
    }
  }

  @Test
  void aRefusalHalvesTheNextWavesAndThenTheyGrowAgain() {
    takes(ASKED);
    ends(19, true);
    ends(1, false);
    pace.next();
    assertThat(takes(100)).isEqualTo(10);
    ends(9, true);
    ends(1, false);
    assertThat(pace.next()).isEqualTo(new Wave(10, Limit.NODE));
    for (int expected : new int[] {5, 7, 9, 11, 13, 15, 17, 19}) {
      assertThat(takes(100)).isEqualTo(expected);
      ends(expected, true);
      assertThat(pace.next()).isEqualTo(new Wave(expected, Limit.NODE));
    }
    assertThat(takes(100)).as("what the node has refused is not made up for").isEqualTo(ASKED);
  }

  @Test
  void aRefusalEndsItsWave() {
    takes(5);
    ends(1, false);
    assertThat(takes(100)).isZero();
    assertThat(pace.next()).isEqualTo(new Wave(5, Limit.NODE));
    assertThat(takes(100)).isEqualTo(10);
  }

  @Test
  void blocksBeforeTheBeginningAreNotMadeUpFor() {
    pace.next();
    pace.next();
    assertThat(takes(100)).isEqualTo(ASKED);
  }

  @Test
  void howeverOftenItIsRefusedItTriesAgain() {
    for (int block = 0; block < 20; block++) {
      int taken = takes(100);
      assertThat(taken).isPositive();
      ends(taken, false);
      pace.next();
    }
    assertThat(takes(100)).isOne();
  }

  @Test
  void nothingIsAddedToWhatTheChainDoesNotInclude() {
    takes(ASKED);
    pace.next();
    takes(ASKED);
    pace.next();
    assertThat(takes(100)).as("two and a half blocks' worth are on their way").isEqualTo(10);
    assertThat(pace.next()).isEqualTo(new Wave(10, Limit.CHAIN));
    assertThat(takes(100)).isZero();
    ends(50, true);
    pace.next();
    assertThat(takes(100)).as("once it does, all is as before").isEqualTo(ASKED);
  }

  @Test
  void whatWasMissedIsMadeUpFor() {
    assertThat(takes(8)).isEqualTo(8);
    ends(8, true);
    assertThat(pace.next()).isEqualTo(new Wave(8, Limit.INJECTOR));
    assertThat(takes(100)).isEqualTo(ASKED + 5);
    ends(ASKED + 5, true);
    assertThat(pace.next()).isEqualTo(new Wave(ASKED + 5, Limit.NOBODY));
    assertThat(takes(100)).as("and then there is nothing more to make up for").isEqualTo(ASKED);
  }

  private int takes(int times) {
    int taken = 0;
    for (int i = 0; i < times && pace.take(); i++) {
      taken++;
    }
    return taken;
  }

  private void ends(int count, boolean included) {
    for (int i = 0; i < count; i++) {
      pace.ended(included);
    }
  }
}
