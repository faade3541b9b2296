package invariant;

import history.Outcome;
import org.junit.jupiter.api.Test;

import static invariant.Verdicts.broken;
import static invariant.Verdicts.holds;
import static invariant.Verdicts.open;
import static invariant.Verdicts.openWhenEmpty;

final class TurnNumbersOnlyGrowTest {

  private static final Shown RUNNING = new Shown("0x01", "running", 3, 5, 5);

  private final Invariant invariant = new TurnNumbersOnlyGrow();

  private static Story updated() {
    return new Story().created("job-1", RUNNING).updated("job-1", RUNNING.at(4)).updated("job-1", RUNNING.at(5));
  }

  @Test
  void holdsWhenAllIsWell() {
    holds(invariant,
        updated().readAtBoth(RUNNING.at(5))
            .states("A", RUNNING.at(0), RUNNING.at(1), RUNNING.at(5))
            .row("A", RUNNING.at(5)));
  }

  @Test
  void brokenByAnAnswer() {
    broken(invariant, updated().updated("job-1", RUNNING.at(4)).readAtBoth(RUNNING.at(5)),
        "A showed turn 5, and later turn 4");
  }

  @Test
  void brokenByTwoUpdatesOfOneTurn() {
    broken(invariant, updated().updated("job-1", RUNNING.at(5)).readAtBoth(RUNNING.at(5)),
        "acknowledged with turn 5 after turn 5");
  }

  @Test
  void brokenByTheFinalRead() {
    broken(invariant, updated().read("A", RUNNING.at(4)).read("B", RUNNING.at(5)), "later turn 4 (read channel)");
  }

  @Test
  void brokenByTheDatabase() {
    broken(invariant, updated().readAtBoth(RUNNING.at(5)).row("A", RUNNING.at(3)), "later turn 3 (read row)");
  }

  @Test
  void brokenByTheLog() {
    broken(invariant, updated().readAtBoth(RUNNING.at(5)).states("B", RUNNING.at(4), RUNNING.at(4), RUNNING.at(5)),
        "the log of B has turn 4 after turn 4");
  }

  @Test
  void brokenDespiteAnUnansweredUpdate() {
    broken(invariant, updated().unanswered(Kinds.UPDATE, "job-1").readAtBoth(RUNNING.at(2)), "later turn 2");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenAReadFailed() {
    open(invariant, updated().read("A", RUNNING.at(5)).readFailed(Kinds.READ_CHANNEL, "0x01", "B", Story.TIMEOUT),
        "could not be read at B");
  }

  @Test
  void openWhenNothingWasReadAgain() {
    open(invariant, updated(), "was not read");
  }

  @Test
  void holdsWhenAnEarlierTurnWasAnsweredMeanwhile() {
    holds(invariant,
        new Story().created("job-1", RUNNING)
            .updated("job-1", RUNNING.at(5))
            .meanwhile(Kinds.UPDATE, "job-1", RUNNING.at(4).json())
            .readAtBoth(RUNNING.at(5)));
  }

  @Test
  void holdsWhenAnUpdateWasRefused() {
    holds(invariant, updated().refused(Kinds.UPDATE, "job-1").readAtBoth(RUNNING.at(5)));
  }

  @Test
  void openWhenAWalletForgot() {
    open(invariant,
        updated().read("A", RUNNING.at(5))
            .readFailed(Kinds.READ_CHANNEL, "0x01", "B", new Outcome.Refused("not-found", "no such channel")),
        "not-found");
  }
}
