package invariant;

import org.junit.jupiter.api.Test;

import static invariant.Verdicts.broken;
import static invariant.Verdicts.holds;
import static invariant.Verdicts.open;
import static invariant.Verdicts.openWhenEmpty;

final class AcknowledgedUpdatesAreHeldTest {

  private static final Shown BEFORE = new Shown("0x01", "running", 3, 5, 5);
  private static final Shown FIRST = BEFORE.at(4).split(4, 6);
  private static final Shown LAST = BEFORE.at(5).split(7, 3);

  private final Invariant invariant = new AcknowledgedUpdatesAreHeld();

  private static Story updated() {
    return new Story().created("job-1", BEFORE).updated("job-1", FIRST).updated("job-1", LAST);
  }

  @Test
  void holdsWhenAllIsWell() {
    holds(invariant, updated().readAtBoth(LAST));
  }

  @Test
  void holdsWhenTheChannelWasClosedThen() {
    Shown closed = LAST.at(6).status("closed");
    holds(invariant, updated().closed("job-1", closed).readAtBoth(closed));
  }

  @Test
  void holdsWithoutUpdates() {
    holds(invariant, new Story().created("job-1", BEFORE).readAtBoth(BEFORE));
  }

  @Test
  void holdsWhenALaterUpdateWasRefused() {
    holds(invariant, updated().refused(Kinds.UPDATE, "job-1").readAtBoth(LAST));
  }

  @Test
  void brokenByAnOutcomeThatStayedAsItWas() {
    Shown kept = LAST.split(4, 6);
    broken(invariant, new Story().created("job-1", BEFORE).updated("job-1", LAST, kept).readAtBoth(kept), "job-1");
  }

  @Test
  void brokenAtOneWallet() {
    broken(invariant, updated().read("A", LAST).read("B", FIRST), "B holds");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenALaterUpdateMayHaveCome() {
    open(invariant, updated().unanswered(Kinds.UPDATE, "job-1").readAtBoth(FIRST), "job-1");
  }

  @Test
  void openWhenTwoUpdatesWereUnderWayAtOnce() {
    open(invariant, new Story().updated("job-1", FIRST).meanwhile(Kinds.UPDATE, "job-1", LAST.json()).readAtBoth(LAST),
        "job-1");
  }

  @Test
  void openWhenNothingWasReadAgain() {
    open(invariant, updated(), "was not read at A");
  }
}
