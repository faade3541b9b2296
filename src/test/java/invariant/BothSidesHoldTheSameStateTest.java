package invariant;

import org.junit.jupiter.api.Test;

import static invariant.Verdicts.broken;
import static invariant.Verdicts.holds;
import static invariant.Verdicts.open;
import static invariant.Verdicts.openWhenEmpty;

final class BothSidesHoldTheSameStateTest {

  private static final Shown RUNNING = new Shown("0x01", "running", 5, 5, 5);

  private final Invariant invariant = new BothSidesHoldTheSameState();

  private static Story opened() {
    return new Story().created("job-1", RUNNING.at(3));
  }

  @Test
  void holdsWhenAllIsWell() {
    holds(invariant, opened().readAtBoth(RUNNING));
  }

  @Test
  void holdsWhenReadsResolveAnUnansweredUpdate() {
    holds(invariant, opened().unanswered(Kinds.UPDATE, "job-1").readAtBoth(RUNNING));
  }

  @Test
  void brokenByTheTurn() {
    broken(invariant, opened().read("A", RUNNING).read("B", RUNNING.at(4)), "B holds turn 4");
  }

  @Test
  void brokenByTheOutcome() {
    broken(invariant, opened().read("A", RUNNING).read("B", RUNNING.split(4, 6)), "job-1");
  }

  @Test
  void brokenByTheFinalMark() {
    broken(invariant, opened().read("A", RUNNING).read("B", RUNNING.status("closed")), "(final)");
  }

  @Test
  void brokenAtOneTurnWhateverIsUnknown() {
    broken(invariant, opened().unanswered(Kinds.UPDATE, "job-1").read("A", RUNNING).read("B", RUNNING.split(4, 6)),
        "turn 5");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenALedgerMayStillBeLending() {
    open(invariant, opened().borrowed("job-1", "job-2").read("A", RUNNING).read("B", RUNNING.at(4)), "A holds turn 5");
  }

  @Test
  void openWhenAnUpdateMayBeOnItsWay() {
    open(invariant, opened().unanswered(Kinds.UPDATE, "job-1").read("A", RUNNING).read("B", RUNNING.at(4)),
        "A holds turn 5");
  }

  @Test
  void openWhenOneSideWasNotRead() {
    open(invariant, opened().read("A", RUNNING).readFailed(Kinds.READ_CHANNEL, "0x01", "B", Story.TIMEOUT),
        "could not be read at B");
  }
}
