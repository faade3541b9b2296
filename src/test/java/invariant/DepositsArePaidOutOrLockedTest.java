package invariant;

import org.junit.jupiter.api.Test;

import static invariant.Verdicts.broken;
import static invariant.Verdicts.holds;
import static invariant.Verdicts.open;
import static invariant.Verdicts.openWhenEmpty;

final class DepositsArePaidOutOrLockedTest {

  private static final Shown RUNNING = new Shown("0x01", "running", 3, 5, 5);

  private final Invariant invariant = new DepositsArePaidOutOrLocked();

  private static Story opened() {
    return new Story().created("job-1", RUNNING).readAtBoth(RUNNING).deposited("0x01", 5, 5);
  }

  @Test
  void holdsWhileLocked() {
    holds(invariant, opened().nothingPaidOut().held("0x01", 10).adjudicator(10));
  }

  @Test
  void holdsWhenPaidOut() {
    holds(invariant, opened().paidOut("0x01", 10, 0).held("0x01", 0).adjudicator(0));
  }

  @Test
  void holdsWhenPaidOutInPart() {
    holds(invariant, opened().paidOut("0x01", 10, 4).held("0x01", 4).adjudicator(4));
  }

  @Test
  void holdsWhenAChannelFromBeforeTheRunWasPaidOut() {
    holds(invariant, opened().paidOut("0x99", 7, 0).held("0x99", 0).held("0x01", 10).adjudicator(3));
  }

  @Test
  void brokenByHoldings() {
    broken(invariant, opened().nothingPaidOut().held("0x01", 9).adjudicator(10), "10 deposited, 0 paid out, 9 held");
  }

  @Test
  void brokenByTheAdjudicatorsBalance() {
    broken(invariant, opened().paidOut("0x01", 10, 0).held("0x01", 0).adjudicator(-1), "changed by -1 wei");
  }

  @Test
  void brokenWhateverIsUnknown() {
    broken(invariant,
        opened().nothingPaidOut()
            .held("0x01", 9)
            .adjudicator(10)
            .created("job-2", new Shown("0x02", "running", 3, 1, 1))
            .unanswered(Kinds.CLOSE, "job-2"),
        "9 held");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenSomethingMayStillMove() {
    open(invariant, opened().unanswered(Kinds.CLOSE, "job-1").nothingPaidOut().held("0x01", 0).adjudicator(0),
        "10 deposited, 0 paid out, 0 held");
  }

  @Test
  void openWhenSomebodyElseMovesMoney() {
    open(invariant, opened().deposited("0x99", 7).nothingPaidOut().held("0x01", 10).held("0x99", 7).adjudicator(10),
        "changed by 10 wei");
  }

  @Test
  void openWhenAReadFailed() {
    open(invariant, opened().nothingPaidOut().readFailed(Kinds.READ_HOLDINGS, "0x01", "A", Story.TIMEOUT),
        "read holdings failed");
  }

  @Test
  void openWhenTheBalanceIsMissing() {
    open(invariant, opened().nothingPaidOut().held("0x01", 10), "read adjudicator is missing");
  }
}
