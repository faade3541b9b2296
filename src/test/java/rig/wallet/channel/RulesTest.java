package rig.wallet.channel;

import account.Account;
import contract.Exit;
import contract.FixedPart;
import contract.Share;
import contract.VariablePart;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import load.Participant;
import org.junit.jupiter.api.Test;
import rig.wallet.channel.Players.Pair;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rig.wallet.channel.Players.ALICE;
import static rig.wallet.channel.Players.BOB;
import static rig.wallet.channel.Players.COIN;
import static rig.wallet.channel.Players.EVE;
import static rig.wallet.channel.Players.offer;

/** What a participant does not sign, although its mover has signed it. */
final class RulesTest {

  private static final String LEDGER = "0x" + "4".repeat(64);

  private final Players players = new Players();

  @Test
  void theMoneyOfAFundedChannelBelongsToItsParticipants() {
    List<Exit> eves = outcome(ALICE, EVE);
    Stream.of(new Funding.Direct(), new Funding.Ledger(LEDGER)).forEach(funding -> {
      Terms terms = players.terms(Kind.APP, funding, ALICE, BOB);
      assertThatThrownBy(() -> players.bob.proposed(terms, signed(terms, new VariablePart(eves, "0x", 0, false))))
          .hasMessageContaining("belongs to its participants");
    });
    Terms unfunded = players.terms(Kind.APP, new Funding.None(), ALICE, BOB);
    assertThatCode(() -> players.bob.proposed(unfunded, signed(unfunded, new VariablePart(eves, "0x", 0, false))))
        .doesNotThrowAnyException();
  }

  @Test
  void whatALedgerHasLentGoesBackToTheParticipantsAlone() throws Refusal {
    Pair pair = players.opened(players.terms(Kind.APP, new Funding.Ledger(LEDGER), ALICE, BOB), 5, 5).settle();
    pair.mark(Mark.FUNDED).settle();
    Offer eves = signed(pair.bobs.terms(), new VariablePart(outcome(ALICE, EVE), "0x", 4, false));
    assertThatThrownBy(() -> players.bob.accept(pair.bobs, eves)).hasMessageContaining("belongs to its participants");
  }

  @Test
  void participantsOfAFundedChannelHaveDestinationsOfTheirOwn() {
    List<String> addresses = List.of(ALICE.address(), BOB.address());
    List<Participant> participants = addresses.stream()
        .map(address -> new Participant(address, address, ALICE.destination()))
        .toList();
    Terms terms = Terms.of(Kind.APP, new Funding.Direct(), participants, new FixedPart(addresses, 1, COIN, 9001));
    Offer first = signed(terms, new VariablePart(outcome(ALICE, ALICE), "0x", 0, false));
    assertThatThrownBy(() -> players.bob.proposed(terms, first)).hasMessageContaining("a destination of its own");
  }

  @Test
  void anAssetIsListedOnce() {
    Terms terms = players.terms(Kind.APP, new Funding.None(), ALICE, BOB);
    List<Exit> twice = Stream.of(Players.outcome(5, 5), Players.outcome(1, 1)).flatMap(List::stream).toList();
    Offer first = signed(terms, new VariablePart(twice, "0x", 0, false));
    assertThatThrownBy(() -> players.bob.proposed(terms, first)).hasMessageContaining("listed twice");
  }

  @Test
  void aChannelStartsWithTurnZeroWhichIsNotFinal() {
    Terms terms = players.terms(Kind.APP, new Funding.None(), ALICE, BOB);
    Stream.of(new VariablePart(Players.outcome(5, 5), "0x", 1, false),
        new VariablePart(Players.outcome(5, 5), "0x", 4, false), new VariablePart(Players.outcome(5, 5), "0x", 0, true))
        .forEach(first -> assertThatThrownBy(() -> players.bob.proposed(terms, signed(terms, first)))
            .hasMessageContaining("starts with turn 0"));
  }

  @Test
  void theAppDataStaysUntilTheChannelRuns() throws Refusal {
    Pair pair = players.opened(players.terms(Kind.APP, new Funding.Direct(), ALICE, BOB), 5, 5).settle();
    Offer changed = signed(pair.bobs.terms(), new VariablePart(Players.outcome(5, 5), "0x01", 2, false));
    assertThatThrownBy(() -> players.bob.accept(pair.bobs, changed)).hasMessageContaining("before turn 4");
  }

  private static List<Exit> outcome(Account first, Account second) {
    var five = BigInteger.valueOf(5);
    return List
        .of(new Exit(COIN, List.of(new Share(first.destination(), five), new Share(second.destination(), five))));
  }

  /** Signed by both, so that no signature is missed. */
  private static Offer signed(Terms terms, VariablePart state) {
    return offer(Turn.unsigned(terms, state).sign(0, ALICE).sign(1, BOB));
  }
}
