package invariant;

import org.junit.jupiter.api.Test;

import static invariant.Verdicts.broken;
import static invariant.Verdicts.holds;
import static invariant.Verdicts.open;
import static invariant.Verdicts.openWhenEmpty;

final class ChannelsThatShouldCloseAreClosedTest {

  private static final Shown RUNNING = new Shown("0x01", "running", 3, 5, 5);
  private static final Shown CLOSED = RUNNING.at(4).status("closed");

  private final Invariant invariant = new ChannelsThatShouldCloseAreClosed();

  private static Story opened() {
    return new Story().created("job-1", RUNNING);
  }

  private static Story closed() {
    return opened().closed("job-1", CLOSED);
  }

  @Test
  void holdsWhenAllIsWell() {
    holds(invariant, closed().readAtBoth(CLOSED).row("A", CLOSED).row("B", CLOSED));
  }

  @Test
  void holdsWhenNothingHadToClose() {
    holds(invariant, opened().readAtBoth(RUNNING).row("A", RUNNING));
  }

  @Test
  void holdsWhenTheCloseWasRefused() {
    holds(invariant, opened().refused(Kinds.CLOSE, "job-1").readAtBoth(RUNNING));
  }

  @Test
  void holdsWhenReadsResolveAnUnansweredClose() {
    holds(invariant, opened().unanswered(Kinds.CLOSE, "job-1").readAtBoth(CLOSED));
  }

  @Test
  void brokenAtThePeer() {
    broken(invariant, closed().read("A", CLOSED).read("B", RUNNING), "is running in B");
  }

  @Test
  void brokenInTheDatabase() {
    broken(invariant, closed().readAtBoth(CLOSED).row("B", RUNNING.status("finalized")),
        "is finalized in the database of B");
  }

  @Test
  void brokenDespiteAnUnreadSide() {
    broken(invariant, closed().read("A", RUNNING).readFailed(Kinds.READ_CHANNEL, "0x01", "B", Story.TIMEOUT),
        "is running in A");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenTheCloseIsUnanswered() {
    open(invariant, opened().unanswered(Kinds.CLOSE, "job-1").read("A", CLOSED).read("B", RUNNING),
        "may or may not have been closed");
  }

  @Test
  void openWhenADatabaseWasNotRead() {
    open(invariant, closed().readAtBoth(CLOSED).readFailed(Kinds.READ_ROW, "", "A", Story.TIMEOUT),
        "the database of A could not be read");
  }

  @Test
  void openWhenNothingWasReadAgain() {
    open(invariant, closed(), "was not read");
  }
}
