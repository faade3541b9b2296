package rig.wallet;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static rig.wallet.WalletCaller.channel;
import static rig.wallet.WalletCaller.funding;
import static rig.wallet.WalletCaller.roles;

/** A wallet that asks its owner before it takes part. */
final class JoinTest {

  @Test
  void nothingIsSignedBeforeTheOwnerJoins() throws IOException, SQLException {
    var asking = new WalletSettings(false, Duration.ofSeconds(1), Optional.empty(), Disturbance.NONE);
    try (TwoWallets wallets = TwoWallets.start(TwoWallets.options().withSettings(asking))) {
      String id = wallets.a().create(channel("app", roles(), 5, funding("None"))).is(201).path("channelId").asText();
      assertThat(wallets.b().reached(id, "proposed").path("turnNum").asLong()).isZero();
      var nothing = WalletCaller.JSON.createObjectNode();
      wallets.b().post("/channels/" + id + "/join", nothing).is(200);
      wallets.a().reached(id, "running");
      wallets.b().reached(id, "running");
      wallets.b().post("/channels/" + id + "/join", nothing).is(200);
      wallets.a().post("/channels/" + id + "/sync", nothing).is(200);
    }
  }
}
