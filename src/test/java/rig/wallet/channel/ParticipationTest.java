package rig.wallet.channel;

import contract.VariablePart;
import java.util.List;
import org.junit.jupiter.api.Test;
import rig.wallet.channel.Players.Pair;
import rig.wallet.channel.Refusal.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rig.wallet.channel.Players.ALICE;
import static rig.wallet.channel.Players.BOB;
import static rig.wallet.channel.Players.EVE;
import static rig.wallet.channel.Players.offer;
import static rig.wallet.channel.Players.outcome;

/** The life of a channel, and what its participants refuse to sign. */
final class ParticipationTest {

  private final Players players = new Players();

  @Test
  void anUnfundedChannelRunsAfterFourTurns() throws Refusal {
    Pair pair = players.running();
    assertThat(pair.alices.status()).isEqualTo(Status.RUNNING);
    assertThat(pair.bobs.status()).isEqualTo(Status.RUNNING);
    assertThat(pair.alices.newest()).isEqualTo(pair.bobs.newest());
    assertThat(pair.alices.newest().number()).isEqualTo(3);
    assertThat(pair.alices.isAtRest()).isTrue();
  }

  @Test
  void nobodySignsPostfundBeforeTheMoneyIsThere() throws Refusal {
    Pair pair = players.opened(players.terms(Kind.APP, new Funding.Direct(), ALICE, BOB), 5, 5).settle();
    assertThat(pair.alices.status()).isEqualTo(Status.PREFUNDED);
    assertThat(pair.alices.unanimous().orElseThrow().number()).isEqualTo(1);
    pair.alices = players.alice.advance(pair.alices.with(Mark.FUNDED));
    pair.settle();
    assertThat(pair.bobs.newest().number()).isEqualTo(2);
    assertThat(pair.bobs.newest().signedBy(1)).isFalse();
    pair.bobs = players.bob.advance(pair.bobs.with(Mark.FUNDED));
    assertThat(pair.settle().alices.status()).isEqualTo(Status.RUNNING);
  }

  @Test
  void aProposalThatWasNotJoinedStaysOne() throws Refusal {
    Terms terms = players.terms(Kind.APP, new Funding.None(), ALICE, BOB);
    Channel proposal = players.alice.propose(terms, outcome(5, 5), "0x");
    Channel seen = players.bob.advance(players.bob.proposed(terms, offer(proposal.newest())));
    assertThat(seen.status()).isEqualTo(Status.PROPOSED);
    assertThat(seen.newest().signedBy(1)).isFalse();
    assertThat(players.bob.advance(seen.with(Mark.JOINED)).newest().number()).isEqualTo(1);
  }

  @Test
  void participantsTakeTurns() throws Refusal {
    Pair pair = players.running();
    assertThatThrownBy(() -> players.bob.update(pair.bobs, outcome(5, 5), "0x01"))
        .matches(refusedAs(Reason.NOT_MY_TURN));
    pair.alices = players.alice.update(pair.alices, outcome(4, 6), "0x01");
    assertThat(pair.alices.supported().number()).isEqualTo(4);
    assertThatThrownBy(() -> players.alice.update(pair.alices, outcome(4, 6), "0x02"))
        .matches(refusedAs(Reason.NOT_MY_TURN));
    pair.settle();
    pair.bobs = players.bob.update(pair.bobs, outcome(3, 7), "0x02");
    assertThat(pair.settle().alices.newest().number()).isEqualTo(5);
  }

  @Test
  void moneyIsNeitherMadeNorLost() throws Refusal {
    Pair pair = players.running();
    assertThatThrownBy(() -> players.alice.update(pair.alices, outcome(6, 5), "0x")).hasMessageContaining("sum");
    Turn minted = signed(pair, new VariablePart(outcome(6, 5), "0x", 4, false));
    assertThatThrownBy(() -> players.bob.accept(pair.bobs, offer(minted))).hasMessageContaining("sum");
  }

  @Test
  void closesOnAndOffTurn() throws Refusal {
    Pair onTurn = players.running();
    onTurn.alices = players.alice.advance(players.alice.close(onTurn.alices));
    assertThat(onTurn.alices.status()).isEqualTo(Status.CLOSING);
    assertThat(onTurn.settle().alices.status()).isEqualTo(Status.CLOSED);
    assertThat(onTurn.bobs.newest()).isEqualTo(onTurn.alices.newest());
    Pair offTurn = players.running();
    offTurn.bobs = players.bob.advance(players.bob.close(offTurn.bobs));
    assertThat(offTurn.bobs.newest().number()).isEqualTo(3);
    assertThat(offTurn.mark(Mark.CLOSING).settle().bobs.status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void aFinalStateKeepsTheOutcomeAndIsTheLast() throws Refusal {
    Pair pair = players.running();
    Turn other = signed(pair, new VariablePart(outcome(4, 6), "0x", 4, true));
    assertThatThrownBy(() -> players.bob.accept(pair.bobs, offer(other))).hasMessageContaining("keeps the outcome");
    pair.mark(Mark.CLOSING).settle();
    Turn later = signed(pair, new VariablePart(outcome(5, 5), "0x", 5, false));
    assertThatThrownBy(() -> players.bob.accept(pair.bobs, offer(later))).hasMessageContaining("final");
  }

  @Test
  void nothingChangesBeforeTheChannelRuns() throws Refusal {
    Pair pair = players.opened(players.terms(Kind.APP, new Funding.Direct(), ALICE, BOB), 5, 5).settle();
    Turn changed = signed(pair, new VariablePart(outcome(4, 6), "0x", 2, false));
    assertThatThrownBy(() -> players.bob.accept(pair.bobs, offer(changed))).hasMessageContaining("before turn 4");
    assertThatThrownBy(() -> players.alice.update(pair.alices, outcome(5, 5), "0x01"))
        .matches(refusedAs(Reason.WRONG_STATUS));
    assertThatThrownBy(() -> players.alice.close(pair.alices)).matches(refusedAs(Reason.WRONG_STATUS));
  }

  @Test
  void signaturesAreThoseOfParticipants() throws Refusal {
    Pair pair = players.running();
    var state = new VariablePart(outcome(4, 6), "0x", 4, false);
    Turn unsigned = Turn.unsigned(pair.alices.terms(), state);
    assertThatThrownBy(() -> players.bob.accept(pair.bobs, new Offer(state, List.of()))).hasMessageContaining("mover");
    assertThatThrownBy(() -> players.bob.accept(pair.bobs, new Offer(state, List.of("0x12"))))
        .hasMessageContaining("not a signature");
    String eves = unsigned.sign(0, EVE).present().getFirst();
    assertThatThrownBy(() -> players.bob.accept(pair.bobs, new Offer(state, List.of(eves))))
        .hasMessageContaining("not signed by a participant");
    String bobs = unsigned.sign(1, BOB).present().getFirst();
    assertThatThrownBy(() -> players.bob.accept(pair.bobs, new Offer(state, List.of(bobs))))
        .hasMessageContaining("mover");
  }

  @Test
  void receivingAgainOrTooEarlyOrTooLate() throws Refusal {
    Pair pair = players.running();
    assertThat(Players.take(players.bob, pair.bobs, pair.alices)).isEqualTo(pair.bobs);
    Turn tooEarly = signed(pair, new VariablePart(outcome(5, 5), "0x", 5, false));
    assertThatThrownBy(() -> players.bob.accept(pair.bobs, offer(tooEarly))).matches(refusedAs(Reason.GAP));
    Turn late = signed(pair, new VariablePart(outcome(5, 5), "0x", 0, false));
    assertThat(players.bob.accept(pair.bobs, offer(late))).isEqualTo(pair.bobs);
  }

  @Test
  void aTurnIsNotTakenTwice() throws Refusal {
    Pair pair = players.running();
    Turn one = signed(pair, new VariablePart(outcome(4, 6), "0x", 4, false));
    Turn other = signed(pair, new VariablePart(outcome(3, 7), "0x", 4, false));
    Channel took = players.bob.accept(pair.bobs, offer(one));
    assertThatThrownBy(() -> players.bob.accept(took, offer(other))).hasMessageContaining("another state");
  }

  @Test
  void threeParticipantsToo() throws Refusal {
    Terms terms = players.terms(Kind.APP, new Funding.None(), ALICE, BOB, EVE);
    var eve = new Participation(EVE, players.alice.rules());
    Channel a = players.alice.advance(players.alice.propose(terms, outcome(5, 5), "0x"));
    Channel b = players.bob.advance(players.bob.proposed(terms, offer(a.newest())).with(Mark.JOINED));
    Channel e = eve.advance(eve.proposed(terms, offer(a.newest())).with(Mark.JOINED));
    for (int round = 0; round < 6; round++) {
      a = Players.take(players.alice, Players.take(players.alice, a, b), e);
      b = Players.take(players.bob, Players.take(players.bob, b, a), e);
      e = Players.take(eve, Players.take(eve, e, a), b);
    }
    assertThat(List.of(a, b, e)).allMatch(channel -> channel.status() == Status.RUNNING)
        .allMatch(channel -> channel.newest().number() == 5);
  }

  private static Turn signed(Pair pair, VariablePart state) {
    return Turn.unsigned(pair.alices.terms(), state).sign(0, ALICE).sign(1, BOB);
  }

  private static java.util.function.Predicate<Throwable> refusedAs(Reason reason) {
    return thrown -> thrown instanceof Refusal refusal && refusal.reason() == reason;
  }
}
