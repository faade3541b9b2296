package invariant;

import history.Outcome;
import org.junit.jupiter.api.Test;

import static invariant.Verdicts.broken;
import static invariant.Verdicts.holds;
import static invariant.Verdicts.open;
import static invariant.Verdicts.openWhenEmpty;

final class EveryInstructionIsAccountedForTest {

  private static final Shown RUNNING = new Shown("0x01", "running", 3, 5, 5);
  private static final Outcome NOT_FOUND = new Outcome.Refused("not-found", "no such channel");

  private final Invariant invariant = new EveryInstructionIsAccountedFor();

  private static Story planned() {
    return new Story().planned("job-1", Kinds.CREATE, Kinds.UPDATE, Kinds.UPDATE)
        .created("job-1", RUNNING)
        .updated("job-1", RUNNING.at(4));
  }

  private static Story done() {
    return planned().updated("job-1", RUNNING.at(5));
  }

  @Test
  void holdsWhenAllIsWell() {
    holds(invariant, done().readAtBoth(RUNNING).row("A", RUNNING).row("B", RUNNING));
  }

  @Test
  void holdsWhenAnInstructionWasRefusedOrUnanswered() {
    holds(invariant,
        planned().unanswered(Kinds.UPDATE, "job-1")
            .planned("job-2", Kinds.CREATE)
            .refused(Kinds.CREATE, "job-2")
            .readAtBoth(RUNNING));
  }

  @Test
  void holdsWithoutAPlan() {
    holds(invariant, new Story().created("job-1", RUNNING).readAtBoth(RUNNING));
  }

  @Test
  void brokenByAMissingInstruction() {
    broken(invariant, planned().readAtBoth(RUNNING), "job job-1: update channel was planned and not carried out");
  }

  @Test
  void brokenByAMissingJob() {
    broken(invariant, done().planned("job-2", Kinds.CLOSE).readAtBoth(RUNNING), "job job-2: close channel");
  }

  @Test
  void brokenByAnInstructionCarriedOutTwice() {
    broken(invariant, done().updated("job-1", RUNNING.at(6)).readAtBoth(RUNNING), "1 times more than planned");
  }

  @Test
  void brokenByAJobOfSomebodyElse() {
    broken(invariant, done().closed("job-2", RUNNING).readAtBoth(RUNNING), "job job-2");
  }

  @Test
  void brokenByAForgottenChannel() {
    broken(invariant, done().read("A", RUNNING).readFailed(Kinds.READ_CHANNEL, "0x01", "B", NOT_FOUND),
        "B does not know it");
  }

  @Test
  void brokenByADatabaseWithoutTheChannel() {
    broken(invariant, done().readAtBoth(RUNNING).row("A", new Shown("0x02", "running", 3, 5, 5)),
        "the database of A does not have it");
  }

  @Test
  void brokenByADatabaseWithoutAnyChannel() {
    broken(invariant, done().readAtBoth(RUNNING).rows("A", 0).row("B", RUNNING).rows("B", 1),
        "the database of A does not have it");
  }

  @Test
  void openWhenAChannelMayBeOpenThatNobodyCanLookFor() {
    open(invariant, done().readAtBoth(RUNNING).planned("job-2", Kinds.CREATE).unanswered(Kinds.CREATE, "job-2"),
        "job job-2 may or may not have been opened");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenAReadFailed() {
    open(invariant, done().read("A", RUNNING).readFailed(Kinds.READ_CHANNEL, "0x01", "B", Story.TIMEOUT),
        "could not be read at B");
  }

  @Test
  void openWhenNothingWasReadAgain() {
    open(invariant, done(), "was confirmed, and not read at A");
  }

  @Test
  void holdsWhenADatabaseCouldNotBeRead() {
    holds(invariant,
        done().readAtBoth(RUNNING)
            .row("A", new Shown("0x02", "running", 3, 5, 5))
            .readFailed(Kinds.READ_ROW, "", "A", Story.TIMEOUT));
  }
}
