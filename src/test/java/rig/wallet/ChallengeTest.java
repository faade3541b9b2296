package rig.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rig.wallet.WalletCaller.channel;
import static rig.wallet.WalletCaller.funding;
import static rig.wallet.WalletCaller.roles;

/** The chain decides when the peers do not agree. */
final class ChallengeTest {

  private Nodes nodes;

  @BeforeEach
  void start() throws IOException, SQLException {
    nodes = new Nodes(TwoWallets.optionsWithChain().withSettings(TwoWallets.impatient().settings()));
  }

  @AfterEach
  void stop() {
    if (nodes != null) {
      nodes.close();
    }
  }

  @Test
  void aSilentPeerDoesNotKeepTheMoney() throws IOException {
    String id = open(1);
    var update = WalletCaller.JSON.createObjectNode();
    update.set("allocations", WalletCaller.allocations(roles(), 3, 7));
    nodes.caller(0).post("/channels/" + id + "/update", update).is(200);
    nodes.caller(1).turn(id, 4);
    await().until(() -> nodes.caller(0)
        .get("/channels/" + id + "/states")
        .json()
        .path("states")
        .findValues("signatures")
        .getLast()
        .size() == 2);
    BigInteger before = nodes.wallets().balance(0);
    nodes.stop(1);
    nodes.caller(0).post("/channels/" + id + "/challenge", WalletCaller.JSON.createObjectNode()).is(202);
    nodes.caller(0).reached(id, "closed");
    assertThat(nodes.wallets().balance(0).subtract(before)).isEqualTo(3);
  }

  @Test
  void aWalletThatWasToldToChallengesByItself() throws IOException, SQLException {
    nodes.close();
    var settings = new WalletSettings(true, Duration.ofMillis(100), Optional.of(Duration.ofMillis(300)),
        Disturbance.NONE);
    nodes = new Nodes(TwoWallets.optionsWithChain().withSettings(settings));
    String id = open(1);
    BigInteger before = nodes.wallets().balance(0);
    nodes.stop(1);
    nodes.caller(0).close(id).is(202);
    nodes.caller(0).reached(id, "closed");
    assertThat(nodes.wallets().balance(0).subtract(before)).isEqualTo(5);
  }

  @Test
  void anAnswerClearsTheChallenge() {
    String id = open(3600);
    nodes.caller(0).post("/channels/" + id + "/challenge", WalletCaller.JSON.createObjectNode()).is(202);
    nodes.caller(0).reached(id, "challenged");
    nodes.caller(1).reached(id, "challenged");
    nodes.caller(1).close(id).is(202);
    nodes.caller(0).reached(id, "closed");
    nodes.caller(1).reached(id, "closed");
  }

  @Test
  void whatTheChainHasEndedIsPaidOutThoughAFinalStateIsSigned() throws IOException {
    String id = open(1);
    BigInteger before = nodes.wallets().balance(0);
    nodes.caller(0).post("/channels/" + id + "/challenge", WalletCaller.JSON.createObjectNode()).is(202);
    nodes.caller(1).reached(id, "challenged");
    BigInteger challenged = nodes.wallets().chainTime();
    await("the challenge has run out").until(() -> nodes.wallets().chainTime().subtract(challenged).intValue() > 1);
    nodes.caller(1).close(id).is(202);
    nodes.caller(0).reached(id, "closed");
    nodes.caller(1).reached(id, "closed");
    assertThat(nodes.wallets().balance(0).subtract(before)).isEqualTo(5);
  }

  @Test
  void aChannelWithoutMoneyStaysOpenWhenItsWalletRestarts() throws IOException {
    String id = open(0, 3600);
    nodes.stop(0);
    nodes.restart(0);
    JsonNode channel = nodes.caller(0).get("/channels/" + id + "?reach=closed&within=1500").is(200);
    assertThat(channel.path("status").asText()).isEqualTo("running");
    nodes.caller(0).close(id).is(202);
    nodes.caller(0).reached(id, "closed");
    assertThat(nodes.caller(1).reached(id, "closed").path("isFinal").asBoolean()).isTrue();
  }

  @Test
  void onlyMoneyOnChainCanBeChallenged() {
    String id = nodes.caller(0).create(channel("app", roles(), 5, funding("None"))).is(201).path("channelId").asText();
    nodes.caller(0).reached(id, "running");
    assertThat(nodes.caller(0).post("/channels/" + id + "/challenge", WalletCaller.JSON.createObjectNode()).error())
        .isEqualTo("Invalid");
  }

  private String open(int challengeSeconds) {
    return open(5, challengeSeconds);
  }

  private String open(long each, int challengeSeconds) {
    ObjectNode body = channel("app", roles(), each, funding("Direct")).put("challengeDuration", challengeSeconds);
    String id = nodes.caller(0).create(body).is(201).path("channelId").asText();
    nodes.caller(0).reached(id, "running");
    nodes.caller(1).reached(id, "running");
    return id;
  }
}
