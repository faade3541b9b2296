package rig.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rig.wallet.TwoWallets.borrowing;
import static rig.wallet.WalletCaller.channel;
import static rig.wallet.WalletCaller.roles;

/** The end of a ledger channel crosses the beginning of a channel that it lends to: no money stays behind. */
final class ClosingLedgerTest {

  private final Map<String, Gate> gates = new HashMap<>();
  private Nodes nodes;
  private WalletCaller a;
  private WalletCaller b;
  private String ledger;

  @BeforeEach
  void start() throws IOException, SQLException {
    nodes = new Nodes(TwoWallets.impatient(),
        peer -> gates.computeIfAbsent(peer.participantId(), _ -> new Gate(peer)).peer());
    a = nodes.caller(0);
    b = nodes.caller(1);
    ledger = nodes.wallets().openLedger(100);
  }

  @AfterEach
  void stop() {
    nodes.close();
    gates.values().forEach(Gate::close);
  }

  @Test
  void takesBackWhatItLentMeanwhileAndEnds() {
    gate("B").shut();
    String app = b.create(channel("app", roles().reversed(), 5, borrowing(ledger))).is(201).path("channelId").asText();
    await("the loan is signed and cannot be sent").until(() -> newestTurn(0, ledger) == 4);
    b.close(ledger).is(202);
    a.reached(ledger, "closing");
    gate("B").open();
    a.reached(app, "running");
    b.reached(app, "running");
    b.close(app).is(202);
    a.reached(app, "closed");
    b.reached(app, "closed");
    a.reached(ledger, "closed");
    JsonNode end = b.reached(ledger, "closed");
    assertThat(end.path("isFinal").asBoolean()).isTrue();
    assertThat(end.path("allocations").findValuesAsText("amount")).containsExactly("0x64", "0x64");
  }

  @Test
  void doesNotEndWhileAChannelThatAllHaveAgreedToWaits() {
    gate("A").shut();
    String app = a.create(channel("app", roles(), 5, borrowing(ledger))).is(201).path("channelId").asText();
    b.reached(app, "prefunded");
    assertThat(b.close(ledger).is(409).path("type").asText()).isEqualTo("WrongStatus");
    gate("A").open();
    a.reached(app, "running");
    b.reached(app, "running");
  }

  @Test
  void whatItHasNeverFundedIsClosedWithIt() {
    gate("A").shut();
    String app = a.create(channel("app", roles(), 5, borrowing(ledger))).is(201).path("channelId").asText();
    b.reached(app, "prefunded");
    a.close(ledger).is(202);
    b.reached(app, "closed");
    gate("A").open();
    a.reached(ledger, "closed");
    a.reached(app, "closed");
    assertThat(a.get("/channels/" + app).is(200).path("stateHash"))
        .isEqualTo(b.get("/channels/" + app).is(200).path("stateHash"));
  }

  private Gate gate(String participant) {
    return gates.get(participant);
  }

  /** The last turn that a wallet knows, signed by all or not. */
  private long newestTurn(int index, String id) throws SQLException {
    try (Connection connection = nodes.database(index).getConnection();
        ResultSet rows = connection.createStatement()
            .executeQuery("select max(turn_num) from states where channel_id = '" + id + "'")) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }
}
