package invariant;

import org.junit.jupiter.api.Test;

import static invariant.Verdicts.broken;
import static invariant.Verdicts.holds;
import static invariant.Verdicts.open;
import static invariant.Verdicts.openWhenEmpty;

final class PayoutsEqualTheOutcomeTest {

  private static final Shown RUNNING = new Shown("0x01", "running", 3, 5, 5);
  private static final Shown CLOSED = RUNNING.at(6).split(3, 7).status("closed");

  private final Invariant invariant = new PayoutsEqualTheOutcome();

  private static Story closed() {
    return new Story().created("job-1", RUNNING).closed("job-1", CLOSED).readAtBoth(CLOSED).paidOut("0x01", 10, 0);
  }

  @Test
  void holdsWhenAllIsWell() {
    holds(invariant, closed().balances(3, 7));
  }

  @Test
  void holdsWhenNothingWasClosed() {
    holds(invariant, new Story().created("job-1", RUNNING).readAtBoth(RUNNING).nothingPaidOut().balances(0, 0));
  }

  @Test
  void holdsWhenALedgerPays() {
    Shown app = new Shown("0x02", "closed", 6, 9, 1);
    holds(invariant,
        new Story().created("job-1", RUNNING)
            .created("Ledger", "job-2", app)
            .closed("job-2", app)
            .closed("job-1", CLOSED)
            .readAtBoth(CLOSED)
            .readAtBoth(app)
            .paidOut("0x01", 10, 0)
            .balances(3, 7));
  }

  @Test
  void holdsWithAWarmUpThatIsNotReadAgain() {
    Shown warm = new Shown("0x02", "closed", 6, 1, 1);
    holds(invariant, closed().meanwhile("warm-up: " + Kinds.CREATE, "warm-1", warm.json()).balances(3, 7));
  }

  @Test
  void brokenByOneWei() {
    broken(invariant, closed().balances(3, 6), "received 6 wei, the outcomes say 7");
  }

  @Test
  void brokenByAWithheldPayout() {
    broken(invariant,
        new Story().created("job-1", RUNNING)
            .closed("job-1", CLOSED)
            .readAtBoth(CLOSED)
            .nothingPaidOut()
            .balances(0, 0),
        "received 0 wei, the outcomes say 3");
  }

  @Test
  void brokenByTooMuch() {
    broken(invariant, closed().balances(4, 7), "received 4 wei, the outcomes say 3");
  }

  @Test
  void brokenWhateverIsUnknown() {
    broken(invariant,
        closed().created("job-2", new Shown("0x02", "running", 3, 1, 1))
            .unanswered(Kinds.CLOSE, "job-2")
            .balances(3, 10),
        "received 10 wei, the outcomes say 7 to 9");
  }

  @Test
  void openWhenNothingHappened() {
    openWhenEmpty(invariant);
  }

  @Test
  void openWhenACloseIsUnanswered() {
    open(invariant,
        closed().created("job-2", new Shown("0x02", "running", 3, 1, 1))
            .unanswered(Kinds.CLOSE, "job-2")
            .balances(4, 8),
        "up to 2 more");
  }

  @Test
  void openWhenSomebodyElseWasPaid() {
    open(invariant, closed().paidOut("0x99", 4, 0).balances(5, 7), "up to 4 more");
  }

  @Test
  void openWhenABalanceWasNotRead() {
    open(invariant, closed(), "was not read");
  }

  @Test
  void openWhenAReadFailed() {
    open(invariant, closed().balances(3, 7).readFailed(Kinds.READ_BALANCE, "0x01", "A", Story.TIMEOUT),
        "could not be read");
  }
}
