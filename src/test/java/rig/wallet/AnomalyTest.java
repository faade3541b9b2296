package rig.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import targets.Endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static rig.wallet.WalletCaller.channel;
import static rig.wallet.WalletCaller.funding;
import static rig.wallet.WalletCaller.roles;

/** Each planted bug can be seen from outside, and the wallets go on nevertheless. */
final class AnomalyTest {

  @Test
  void aTurnGoesBackAndARowStaysOpen() throws IOException, SQLException {
    try (TwoWallets wallets = misbehaving(Anomaly.TURN_GOES_BACK, Anomaly.ROW_STAYS_OPEN)) {
      String id = wallets.openUnfunded();
      long updated = wallets.a().update(id, "0x01").is(200).path("turnNum").asLong();
      assertThat(read(wallets.a(), id).path("turnNum").asLong()).isLessThan(updated);
      wallets.b().turn(id, 4);
      wallets.b().close(id).is(202);
      wallets.closed(id);
      assertThat(status(wallets, 0, id)).isEqualTo("finalized");
      assertThat(status(wallets, 1, id)).isEqualTo("closed");
    }
  }

  @Test
  void sidesDifferAndWeiAreMinted() throws IOException {
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
  void someChannelsAreForgotten() throws IOException {
    try (TwoWallets wallets = misbehaving(Anomaly.FORGOTTEN_CHANNEL)) {
      List<Integer> found = Stream.generate(() -> {
        String id = wallets.a().create(channel("app", roles(), 5, funding("None"))).is(201).path("channelId").asText();
        wallets.b().reached(id, "running");
        return wallets.a().get("/channels/" + id + "?turn=3&within=200").status();
      }).limit(40).toList();
      assertThat(found).contains(200, 404);
    }
  }

  @Test
  void payoutsAreWithheld() throws IOException {
    try (TwoWallets wallets = misbehavingOnChain(Anomaly.WITHHELD_PAYOUT)) {
      BigInteger before = wallets.balance(0);
      String id = wallets.open("app", 5, funding("Direct"));
      wallets.a().close(id).is(202);
      wallets.closed(id);
      assertThat(wallets.balance(0)).isEqualTo(before);
    }
  }

  @Test
  void theAdjudicatorLeaks() throws IOException {
    try (TwoWallets wallets = misbehavingOnChain(Anomaly.LEAKY_ADJUDICATOR)) {
      BigInteger before = wallets.balance(0);
      String id = wallets.open("app", 5, funding("Direct"));
      wallets.a().close(id).is(202);
      wallets.closed(id);
      assertThat(wallets.balance(0).subtract(before)).isEqualTo(4);
    }
  }

  private static TwoWallets misbehaving(Anomaly... anomalies) throws IOException {
    return TwoWallets.start(TwoWallets.options().withAnomalies(Set.of(anomalies)));
  }

  private static TwoWallets misbehavingOnChain(Anomaly anomaly) throws IOException {
    return TwoWallets.start(TwoWallets.optionsWithChain().withAnomalies(Set.of(anomaly)));
  }

  private static JsonNode read(WalletCaller wallet, String id) {
    return wallet.get("/channels/" + id).is(200);
  }

  private static long sum(JsonNode channel) {
    return channel.path("allocations")
        .findValuesAsText("amount")
        .stream()
        .mapToLong(amount -> Long.decode(amount))
        .sum();
  }

  private static String status(TwoWallets wallets, int index, String id) throws SQLException {
    Endpoint.Database database = wallets.rig().target().endpoints().get(index).database().orElseThrow();
    try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        ResultSet rows = connection.createStatement()
            .executeQuery("select status from channels where channel_id = '" + id + "'")) {
      assertThat(rows.next()).isTrue();
      return rows.getString("status");
    }
  }
}
