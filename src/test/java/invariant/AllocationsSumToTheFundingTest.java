package invariant;

import org.junit.jupiter.api.Test;

import static invariant.Verdicts.broken;
import static invariant.Verdicts.holds;
import static invariant.Verdicts.open;
import static invariant.Verdicts.openWhenEmpty;

final class AllocationsSumToTheFundingTest {

  private static final Shown RUNNING = new Shown("0x01", "running", 5, 5, 5);

  private final Invariant invariant = new AllocationsSumToTheFunding();

  private static Story opened() {
    return new Story().created("job-1", RUNNING.at(3));
  }

  @Test
  void holdsWhenAllIsWell() {
    holds(invariant,
        opened().updated("job-1", RUNNING.split(2, 8))
            .readAtBoth(RUNNING.split(2, 8))
            .states("A", RUNNING.at(3), RUNNING.split(2, 8)));
  }

  @Test
  void brokenByAnAnswer() {
    broken(invariant, opened().updated("job-1", RUNNING.split(6, 5)).readAtBoth(RUNNING),
        "the outcome sums to 11 wei, the funding is 10 wei");
  }

  @Test
  void brokenByTheFinalRead() {
    broken(invariant, opened().read("A", RUNNING).read("B", RUNNING.split(4, 5)), "sums to 9 wei");
  }

  @Test
  void brokenByAStateOfTheLog() {
    broken(invariant, opened().readAtBoth(RUNNING).states("B", RUNNING.at(3), RUNNING.at(4).split(50, 50), RUNNING),
        "at turn 4, shown by B");
  }

  @Test
  void brokenByItselfWhenTheFundingIsUnknown() {
    broken(invariant, new Story().unanswered(Kinds.CREATE, "job-1").read("A", RUNNING).read("B", RUNNING.split(9, 9)),
        "sums to 18 wei");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenALogWasNotRead() {
    open(invariant, opened().readAtBoth(RUNNING).readFailed(Kinds.READ_STATES, "0x01", "A", Story.TIMEOUT),
        "states of channel 0x01 could not be read");
  }

  @Test
  void openWhenAnOutcomeCannotBeRead() {
    var strange = RUNNING.json();
    strange.putArray("allocations");
    open(invariant, opened().meanwhile(Kinds.UPDATE, "job-1", strange).readAtBoth(RUNNING), "cannot be read");
  }

  @Test
  void openWhenNothingWasReadAgain() {
    open(invariant, opened(), "was not read");
  }
}
