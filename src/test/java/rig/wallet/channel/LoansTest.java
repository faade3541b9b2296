package rig.wallet.channel;

import contract.Exit;
import java.math.BigInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rig.wallet.channel.Players.Pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rig.wallet.channel.Players.ALICE;
import static rig.wallet.channel.Players.BOB;
import static rig.wallet.channel.Players.COIN;
import static rig.wallet.channel.Players.offer;
import static rig.wallet.channel.Players.outcome;

/** What a ledger channel lends, and what its second participant refuses to agree to. */
final class LoansTest {

  private final Players players = new Players();
  private Pair ledger;
  private Pair app;

  @BeforeEach
  void open() throws Refusal {
    ledger = players.opened(players.terms(Kind.LEDGER, new Funding.None(), ALICE, BOB), 100, 50).settle();
    var borrowing = new Funding.Ledger(ledger.alices.terms().channelId());
    app = players.opened(players.terms(Kind.APP, borrowing, ALICE, BOB), 10, 20).settle();
    players.known.put(app.alices.terms().channelId(), app.bobs);
  }

  @Test
  void lendsAndTakesBack() throws Refusal {
    Channel proposed = players.alice.lend(ledger.alices, lent());
    assertThat(proposed.supported().number()).isEqualTo(3);
    ledger.alices = proposed;
    ledger.settle();
    assertThat(ledger.alices.supported().number()).isEqualTo(4);
    assertThat(share(ledger.bobs, ALICE.destination())).isEqualTo(90);
    app.mark(Mark.FUNDED).settle();
    app.alices = players.alice.update(app.alices, outcome(15, 15), "0x");
    app.mark(Mark.CLOSING).settle();
    players.known.put(app.alices.terms().channelId(), app.bobs);
    Loans loans = Loans.of(ledger.alices.terms(), ledger.alices.newest().state().outcome());
    loans.takeBack(app.alices.terms(), app.alices.newest().state().outcome());
    ledger.alices = players.alice.lend(ledger.alices, loans.outcome());
    assertThat(ledger.settle().bobs.newest().state().outcome()).isEqualTo(outcome(105, 45));
  }

  @Test
  void doesNotLendMoreThanOneHas() throws Refusal {
    Loans loans = Loans.of(ledger.alices.terms(), ledger.alices.newest().state().outcome());
    assertThatThrownBy(() -> loans.lend(app.alices.terms(), outcome(10, 51)))
        .matches(thrown -> ((Refusal) thrown).reason() == Refusal.Reason.INSUFFICIENT_FUNDS);
    assertThat(loans.outcome()).isEqualTo(outcome(100, 50));
  }

  @Test
  void nobodyAgreesToALoanForAChannelThatIsNotReady() throws Refusal {
    players.known.clear();
    Turn proposal = signed(lent(), 4);
    assertThatThrownBy(() -> players.bob.accept(ledger.bobs, offer(proposal))).hasMessageContaining("not known");
    players.known.put(app.alices.terms().channelId(), app.bobs.with(Mark.FUNDED));
    assertThatThrownBy(() -> players.bob.accept(ledger.bobs, offer(proposal))).hasMessageContaining("not to be funded");
  }

  @Test
  void nobodyTakesBackFromAChannelThatHasNotEnded() throws Refusal {
    ledger.alices = players.alice.lend(ledger.alices, lent());
    ledger.settle();
    Turn early = signed(outcome(100, 50), 5);
    assertThatThrownBy(() -> players.bob.accept(ledger.bobs, offer(early))).hasMessageContaining("has not ended");
  }

  @Test
  void nothingElseChanges() {
    Turn stolen = signed(outcome(101, 49), 4);
    assertThatThrownBy(() -> players.bob.accept(ledger.bobs, offer(stolen)))
        .hasMessageContaining("more than its loans");
  }

  @Test
  void theAppDataStays() throws Refusal {
    var state = new contract.VariablePart(lent(), "0x01", 4, false);
    Turn changed = Turn.unsigned(ledger.alices.terms(), state).sign(0, ALICE);
    assertThatThrownBy(() -> players.bob.accept(ledger.bobs, offer(changed)))
        .hasMessageContaining("more than its loans");
  }

  @Test
  void onlyTheFirstParticipantProposes() {
    assertThatThrownBy(() -> players.bob.lend(ledger.bobs, lent()))
        .matches(thrown -> ((Refusal) thrown).reason() == Refusal.Reason.NOT_MY_TURN);
  }

  @Test
  void itDoesNotEndWhileMoneyIsLent() throws Refusal {
    ledger.alices = players.alice.lend(ledger.alices, lent());
    ledger.settle();
    assertThatThrownBy(() -> players.bob.close(ledger.bobs)).hasMessageContaining("money in other channels");
    assertThat(ledger.mark(Mark.CLOSING).settle().alices.status()).isEqualTo(Status.CLOSING);
  }

  private java.util.List<Exit> lent() throws Refusal {
    Loans loans = Loans.of(ledger.alices.terms(), ledger.alices.newest().state().outcome());
    loans.lend(app.alices.terms(), outcome(10, 20));
    return loans.outcome();
  }

  private Turn signed(java.util.List<Exit> outcome, long turn) {
    var state = new contract.VariablePart(outcome, "0x", turn, false);
    return Turn.unsigned(ledger.alices.terms(), state).sign(0, ALICE);
  }

  private static long share(Channel channel, String destination) {
    Exit exit = channel.newest().state().outcome().getFirst();
    assertThat(exit.asset()).isEqualTo(COIN);
    BigInteger share = Outcomes.share(exit, destination);
    return share.longValueExact();
  }
}
