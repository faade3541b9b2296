package rig.wallet;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static rig.wallet.WalletCaller.channel;
import static rig.wallet.WalletCaller.funding;
import static rig.wallet.WalletCaller.roles;

/** A wallet that ends and begins again on its database goes on where it was. */
final class RestartTest {

  private Nodes nodes;

  @BeforeEach
  void start() throws IOException, SQLException {
    nodes = new Nodes(TwoWallets.impatient());
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  @Test
  void aCloseThatWasAskedForWhileThePeerWasAwayIsFinished() throws IOException, SQLException {
    String id = open();
    nodes.stop(1);
    nodes.caller(0).update(id, "0x01").is(200);
    nodes.caller(0).close(id).is(202);
    nodes.restart(1);
    nodes.caller(0).reached(id, "closed");
    nodes.caller(1).reached(id, "closed");
    assertThat(nodes.caller(1).get("/channels/" + id).is(200).path("turnNum").asLong()).isEqualTo(5);
    assertThat(row(0, id)).isEqualTo("closed 5");
    assertThat(row(1, id)).isEqualTo("closed 5");
  }

  @Test
  void whoRestartsItselfKnowsWhatItHasSigned() throws IOException {
    String id = open();
    nodes.caller(0).update(id, "0x01").is(200);
    nodes.stop(0);
    nodes.restart(0);
    assertThat(nodes.caller(0).get("/channels/" + id).is(200).path("turnNum").asLong()).isEqualTo(4);
    assertThat(nodes.caller(0).update(id, "0x02").error()).isEqualTo("NotMyTurn");
    nodes.caller(1).turn(id, 4);
    nodes.caller(1).update(id, "0x03").is(200);
    nodes.caller(0).turn(id, 5);
  }

  private String open() {
    String id = nodes.caller(0).create(channel("app", roles(), 5, funding("None"))).is(201).path("channelId").asText();
    nodes.caller(0).reached(id, "running");
    nodes.caller(1).reached(id, "running");
    return id;
  }

  /** What the database tells others. */
  private String row(int index, String id) throws SQLException {
    try (Connection connection = nodes.database(index).getConnection();
        ResultSet rows = connection.createStatement()
            .executeQuery("select channel_id, status, turn_num from channels where channel_id = '" + id + "'")) {
      assertThat(rows.next()).isTrue();
      return rows.getString("status") + " " + rows.getLong("turn_num");
    }
  }
}
