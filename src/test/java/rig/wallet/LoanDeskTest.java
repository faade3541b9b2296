package rig.wallet;

import account.Account;
import com.zaxxer.hikari.HikariDataSource;
import contract.Exit;
import contract.FixedPart;
import contract.Share;
import contract.VariablePart;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import load.Participant;
import org.junit.jupiter.api.Test;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Funding;
import rig.wallet.channel.Kind;
import rig.wallet.channel.Mark;
import rig.wallet.channel.Participation;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Rules;
import rig.wallet.channel.Terms;
import rig.wallet.channel.Turn;
import rig.wallet.store.Store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whom a ledger channel lends to. */
final class LoanDeskTest {

  private static final Account ALICE = Account.of("11".repeat(32));
  private static final Account BOB = Account.of("22".repeat(32));
  private static final Account EVE = Account.of("33".repeat(32));

  @Test
  void lendsToItsOwnParticipantsOnly() throws IOException, SQLException, Refusal {
    try (HikariDataSource database = Nodes.database(); Store store = Store.open(database, ALICE.address())) {
      var channels = new Channels(store, Set.of(), _ -> {});
      var participation = new Participation(ALICE, new Rules(true, channels::find));
      var desk = new LoanDesk(new Books(channels, participation, Runnable::run, Set.of()));
      Channel ledger = running(terms(Kind.LEDGER, new Funding.None(), ALICE, BOB));
      channels.change(ledger.terms().channelId(), _ -> ledger);
      var loan = new Funding.Ledger(ledger.terms().channelId());
      assertThatCode(() -> desk.requireFundable(terms(Kind.APP, loan, BOB, ALICE), outcome()))
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> desk.requireFundable(terms(Kind.APP, loan, ALICE, EVE), outcome()))
          .hasMessageContaining("lends to its own participants only");
    }
  }

  private static Channel running(Terms terms) {
    var state = new VariablePart(outcome(), "0x", 3, false);
    return new Channel(terms, 0, List.of(new Turn(state, "0x03", List.of("0x01", "0x02"))), Set.of(Mark.JOINED));
  }

  private static List<Exit> outcome() {
    return List.of(new Exit(Exit.COIN, List.of(new Share(ALICE.destination(), BigInteger.TEN))));
  }

  private static Terms terms(Kind kind, Funding funding, Account... accounts) {
    List<Participant> participants = Arrays.stream(accounts)
        .map(account -> new Participant(account.address(), account.address(), account.destination()))
        .toList();
    List<String> addresses = participants.stream().map(Participant::signingAddress).toList();
    return Terms.of(kind, funding, participants, new FixedPart(addresses, 1, Exit.COIN, 9001));
  }
}
