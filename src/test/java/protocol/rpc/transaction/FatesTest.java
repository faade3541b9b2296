package protocol.rpc.transaction;

import account.Fate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an order ends with, when several transactions were signed for it. */
final class FatesTest {

  private final Story story = new Story();
  private final Fates fates = new Fates(new Watched(story, new Ticket(), new Census(), true));

  @Test
  void theBestOfThemCounts() {
    assertThat(fates.begin("first")).isTrue();
    assertThat(fates.begin("raised")).isFalse();
    fates.become("raised", Fate.INCLUDED);
    fates.become("first", Fate.REPLACED);
    assertThat(story.told).containsExactly("INCLUDED");
  }

  @Test
  void oneThatWasNotSentAfterAllIsWaitedForNoLonger() {
    fates.begin("first");
    fates.begin("too late");
    fates.forget("too late");
    fates.become("first", Fate.EXPIRED);
    assertThat(story.told).containsExactly("EXPIRED");
  }

  @Test
  void aBlockThatLeavesMakesItWaitAgain() {
    fates.begin("first");
    fates.become("first", Fate.INCLUDED);
    fates.become("first", Fate.WAITING);
    fates.become("first", Fate.REVERTED);
    assertThat(story.told).containsExactly("INCLUDED", "REVERTED");
  }
}
