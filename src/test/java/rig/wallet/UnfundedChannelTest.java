package rig.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import load.Role;
import load.Roles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rig.wallet.WalletCaller.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static rig.wallet.WalletCaller.channel;
import static rig.wallet.WalletCaller.funding;
import static rig.wallet.WalletCaller.roles;

/** Two wallets, real sockets, real database, no money. */
final class UnfundedChannelTest {

  private static WalletRig rig;
  private static WalletCaller a;
  private static WalletCaller b;

  @BeforeAll
  static void start() throws IOException {
    rig = WalletRig.bind(WalletRigOptions.of(Roles.defaults()));
    a = new WalletCaller(rig.target().endpoints().get(0).url());
    b = new WalletCaller(rig.target().endpoints().get(1).url());
    assertThat(a.get("/").status()).isEqualTo(503);
    rig.start(line -> {});
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @Test
  void opensUpdatesAndClosesOnBothSides() {
    String id = open();
    assertThat(a.update(id, "0x01").is(200).path("turnNum").asLong()).isEqualTo(4);
    b.turn(id, 4);
    assertThat(b.update(id, "0x02").is(200).path("turnNum").asLong()).isEqualTo(5);
    a.turn(id, 5);
    a.close(id).is(202);
    JsonNode mine = a.reached(id, "closed");
    JsonNode theirs = b.reached(id, "closed");
    assertThat(mine.path("isFinal").asBoolean()).isTrue();
    assertThat(mine.path("stateHash")).isEqualTo(theirs.path("stateHash"));
    assertThat(mine.path("turnNum").asLong()).isEqualTo(6);
  }

  @Test
  void closesOffTurn() {
    String id = open();
    b.close(id).is(202);
    a.reached(id, "closed");
    b.reached(id, "closed");
  }

  @Test
  void oneOfThreeConcurrentUpdatesWins() {
    String id = open();
    List<CompletableFuture<Answer>> updates = List.of("0x01", "0x02", "0x03")
        .stream()
        .map(data -> CompletableFuture.supplyAsync(() -> a.update(id, data)))
        .toList();
    List<Answer> answers = updates.stream().map(CompletableFuture::join).toList();
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.error().equals("NotMyTurn")).hasSize(2);
  }

  @Test
  void tellsWhatIsWrong() {
    String id = open();
    assertThat(b.update(id, "0x01").error()).isEqualTo("NotMyTurn");
    assertThat(a.update(id, "not hex").is(400).path("message").asText()).contains("appData");
    assertThat(a.update("0x" + "1".repeat(64), "0x01").is(404).path("type").asText()).isEqualTo("NotFound");
    var minting = WalletCaller.JSON.createObjectNode();
    minting.set("allocations", WalletCaller.allocations(roles(), 6, 5));
    assertThat(a.post("/channels/" + id + "/update", minting).is(400).path("message").asText()).contains("sum");
    var nobody = channel("app", roles(), 5, funding("None"));
    nobody.withArray("participants").path(1);
    assertThat(a.create(channel("app", roles().reversed(), 5, funding("None"))).is(400).path("message").asText())
        .contains("first participant");
  }

  @Test
  void opensNoChannelWithAStranger() {
    String key = "0x" + "66".repeat(32);
    var stranger = new Role("C", "wallet_c", 0, 0, key, key, "0x" + "0".repeat(63) + "c");
    List<Role> two = List.of(roles().getFirst(), stranger);
    assertThat(a.create(channel("app", two, 5, funding("None"))).is(400).path("message").asText())
        .isEqualTo("A knows no wallet that signs as " + stranger.signingAddress());
  }

  @Test
  void keepsTheLogOfStates() {
    String id = open();
    a.update(id, "0x01").is(200);
    b.turn(id, 4);
    JsonNode states = b.get("/channels/" + id + "/states").is(200).path("states");
    assertThat(states).extracting(state -> state.path("turnNum").asLong()).containsExactly(0L, 1L, 2L, 3L, 4L);
    JsonNode page = a.get("/channels?limit=1000").is(200).path("channels");
    assertThat(page).extracting(channel -> channel.path("channelId").asText()).contains(id);
  }

  private static String open() {
    String id = a.create(channel("app", roles(), 5, funding("None"))).is(201).path("channelId").asText();
    a.reached(id, "running");
    b.reached(id, "running");
    return id;
  }
}
