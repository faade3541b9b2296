package invariant.rollup;

import invariant.Invariant;
import org.junit.jupiter.api.Test;

final class TheHeadNeverGoesBackTest {

  private final Invariant invariant = new TheHeadNeverGoesBack();

  @Test
  void holdsWhileItGrowsOrStays() {
    new Asked().begins(3).head("read 1", 5).head("read 1", 5).head("read 1", 7).holds(invariant);
  }

  @Test
  void holdsWhenAnotherEndpointIsBehind() {
    new Asked().head("read 1", 7).head("read 2", 5).head("read 2", 6).head("read 1", 7).holds(invariant);
  }

  @Test
  void holdsWhenTheOlderOneWasAskedAtTheSameTime() {
    new Asked().head("read 1", 6).head("read 1", 7).meanwhile().head("read 1", 6).holds(invariant);
  }

  @Test
  void brokenByAnOlderOne() {
    new Asked().head("read 1", 5)
        .head("read 1", 7)
        .head("read 1", 6)
        .broken(invariant, "read 1 shows block 6 as its head after block 7");
  }

  @Test
  void brokenByOneThatIsOlderThanTheHighestAndNotThanTheLast() {
    new Asked().head("read 1", 9)
        .head("read 1", 4)
        .head("read 1", 5)
        .broken(invariant, "read 1 shows block 5 as its head after block 9");
  }

  @Test
  void brokenByOneThatIsOlderThanTheRun() {
    new Asked().begins(8).head("read 2", 7).broken(invariant, "read 2 shows block 7 as its head after block 8");
  }

  @Test
  void openWhenNobodyAskedTwice() {
    new Asked().open(invariant, "nothing was looked at");
    new Asked().head("read 1", 5).head("read 2", 4).open(invariant, "nothing was looked at");
  }
}
