package rig.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static rig.wallet.WalletCaller.funding;

/** Each planted bug can be seen from outside, and the wallets go on nevertheless. */
final class AnomalyTest {

  @Test
  void aTurnGoesBackAndARowStaysOpen() throws IOException, SQLException {
    try (Nodes nodes = new Nodes(
        TwoWallets.options().withAnomalies(Set.of(Anomaly.TURN_GOES_BACK, Anomaly.ROW_STAYS_OPEN)))) {
      TwoWallets wallets = nodes.wallets();
      String id = wallets.openUnfunded();
      long updated = wallets.a().update(id, "0x01").is(200).path("turnNum").asLong();
      assertThat(read(wallets.a(), id).path("turnNum").asLong()).isLessThan(updated);
      wallets.b().turn(id, 4);
      wallets.b().close(id).is(202);
      wallets.closed(id);
      assertThat(status(nodes, 0, id)).isEqualTo("finalized");
      assertThat(status(nodes, 1, id)).isEqualTo("closed");
    }
  }

  @Test
  void sidesDifferAndWeiAreMinted() throws IOException, SQLException {
    try (TwoWallets wallets = misbehaving(Anomaly.SIDES_DIFFER, Anomaly.MINTED_WEI)) {
      String id = wallets.openUnfunded();
      wallets.a().update(id, "0x01").is(200);
      wallets.b().turn(id, 4);
      assertThat(read(wallets.a(), id).path("stateHash")).isNotEqualTo(read(wallets.b(), id).path("stateHash"));
      assertThat(sum(read(wallets.b(), id))).isEqualTo(11);
      wallets.b().close(id).is(202);
      wallets.closed(id);
    }
  }

  @Test
  void anUpdateIsLost() throws IOException, SQLException {
    try (TwoWallets wallets = misbehaving(Anomaly.LOST_UPDATE)) {
      String id = wallets.openUnfunded();
      wallets.a().update(id, "0x01", 2, 8).is(200);
      JsonNode held = wallets.b().turn(id, 4);
      assertThat(held.path("appData").asText()).isEqualTo("0x01");
      assertThat(amounts(held)).containsExactly(5L, 5L);
      wallets.b().update(id, "0x02", 3, 7).is(200);
      assertThat(amounts(wallets.a().turn(id, 5))).containsExactly(3L, 7L);
      wallets.b().close(id).is(202);
      wallets.closed(id);
    }
  }

  @Test
  void someChannelsAreForgotten() throws IOException, SQLException {
    try (TwoWallets wallets = misbehaving(Anomaly.FORGOTTEN_CHANNEL)) {
      List<String> ids = Stream.generate(wallets::openUnfunded).limit(40).toList();
      await().untilAsserted(
          () -> assertThat(ids).extracting(id -> wallets.a().get("/channels/" + id).status()).contains(200, 404));
      assertThat(ids).allMatch(id -> wallets.b().get("/channels/" + id).status() == 200);
    }
  }

  @Test
  void payoutsAreWithheld() throws IOException, SQLException {
    try (TwoWallets wallets = TwoWallets
        .start(TwoWallets.optionsWithChain().withAnomalies(Set.of(Anomaly.WITHHELD_PAYOUT)))) {
      BigInteger before = wallets.balance(0);
      String id = wallets.open("app", 5, funding("Direct"));
      wallets.a().close(id).is(202);
      wallets.closed(id);
      assertThat(wallets.balance(0)).isEqualTo(before);
    }
  }

  @Test
  void theAdjudicatorLeaks() throws IOException, SQLException {
    try (TwoWallets wallets = TwoWallets
        .inRig(TwoWallets.optionsWithChain().withAnomalies(Set.of(Anomaly.LEAKY_ADJUDICATOR)))) {
      BigInteger before = wallets.balance(0);
      String id = wallets.open("app", 5, funding("Direct"));
      wallets.a().close(id).is(202);
      wallets.closed(id);
      assertThat(wallets.balance(0).subtract(before)).isEqualTo(4);
    }
  }

  @Test
  void depositsAreSkimmed() throws IOException, SQLException {
    try (TwoWallets wallets = TwoWallets
        .inRig(TwoWallets.optionsWithChain().withAnomalies(Set.of(Anomaly.SKIMMED_DEPOSIT)))) {
      wallets.open("app", 5, funding("Direct"));
      assertThat(wallets.adjudicatorBalance()).isEqualTo(8);
      BigInteger before = wallets.balance(0);
      String id = wallets.open("app", 5, funding("Direct"));
      wallets.a().close(id).is(202);
      wallets.closed(id);
      assertThat(wallets.balance(0).subtract(before)).isEqualTo(5);
    }
  }

  @Test
  void aChainHasOneAdjudicator() {
    assertThatIllegalStateException()
        .isThrownBy(() -> WalletRig
            .bind(TwoWallets.options().withAnomalies(Set.of(Anomaly.LEAKY_ADJUDICATOR, Anomaly.SKIMMED_DEPOSIT))))
        .withMessageContaining("skimmed-deposit");
  }

  private static TwoWallets misbehaving(Anomaly... anomalies) throws IOException, SQLException {
    return TwoWallets.start(TwoWallets.options().withAnomalies(Set.of(anomalies)));
  }

  private static JsonNode read(WalletCaller wallet, String id) {
    return wallet.get("/channels/" + id).is(200);
  }

  private static long sum(JsonNode channel) {
    return amounts(channel).stream().mapToLong(Long::longValue).sum();
  }

  private static List<Long> amounts(JsonNode channel) {
    return channel.path("allocations").findValuesAsText("amount").stream().map(Long::decode).toList();
  }

  private static String status(Nodes nodes, int index, String id) throws SQLException {
    try (Connection connection = nodes.database(index).getConnection();
        ResultSet rows = connection.createStatement()
            .executeQuery("select status from channels where channel_id = '" + id + "'")) {
      assertThat(rows.next()).isTrue();
      return rows.getString("status");
    }
  }
}
