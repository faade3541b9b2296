package rig.wallet;

import account.Account;
import com.fasterxml.jackson.databind.JsonNode;
import contract.Exit;
import contract.Share;
import contract.VariablePart;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import load.Participant;
import load.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rig.wallet.channel.ByHand;
import rig.wallet.channel.Offer;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Turn;
import rig.wallet.wire.ExitBody;
import rig.wallet.wire.Message;
import rig.wallet.wire.StateBody;

import static org.assertj.core.api.Assertions.assertThat;
import static rig.wallet.WalletCaller.roles;

/** A real wallet whose peer is played by hand: the same again, in another order, and what it must not sign. */
final class InboxTest {

  private Nodes nodes;
  private WalletCaller inbox;
  private WalletCaller b;
  private ByHand a;

  @BeforeEach
  void start() throws IOException, SQLException, Refusal {
    nodes = new Nodes(TwoWallets.options());
    nodes.stop(0);
    inbox = new WalletCaller(nodes.peer(1).inbox());
    b = nodes.caller(1);
    List<Participant> participants = roles().stream().map(Role::participant).toList();
    a = new ByHand(Account.of(roles().getFirst().privateKey()), participants, outcome(5, 5));
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  private static List<Exit> outcome(long first, long second) {
    return List.of(new Exit(Exit.COIN, List.of(new Share(roles().get(0).destination(), BigInteger.valueOf(first)),
        new Share(roles().get(1).destination(), BigInteger.valueOf(second)))));
  }

  @Test
  void theSameMessageAgainChangesNothing() throws Refusal {
    JsonNode message = everything();
    post(message).is(200);
    JsonNode once = states();
    post(message).is(200);
    assertThat(states()).isEqualTo(once);
    assertThat(once).hasSize(2);
  }

  @Test
  void statesInAnyOrder() throws Refusal {
    open();
    Turn fourth = a.channel().newest();
    Message message = Letter.message("A", "B", List.of(new Letter(a.channel(), a.channel().tail().reversed(), false)));
    post(json(message)).is(200);
    assertThat(b.turn(id(), fourth.number()).path("turnNum").asLong()).isEqualTo(fourth.number());
  }

  @Test
  void nothingIsSignedThatBreaksARule() throws Refusal {
    open();
    Turn minted = a.cheat(new VariablePart(outcome(6, 5), "0x", 4, false));
    post(state(StateBody.of(a.channel().terms(), minted))).is(400);
    StateBody honest = StateBody.of(a.channel().terms(), a.cheat(new VariablePart(outcome(4, 6), "0x", 4, false)));
    post(state(forged(honest))).is(400);
    assertThat(b.get("/channels/" + id()).is(200).path("turnNum").asLong()).isEqualTo(3);
    post(state(honest)).is(200);
    assertThat(b.get("/channels/" + id()).is(200).path("turnNum").asLong()).isEqualTo(4);
  }

  @Test
  void aChannelWithAStrangerIsNotJoined() throws Refusal {
    Account stranger = Account.of("66".repeat(32));
    List<Participant> three = Stream
        .concat(a.channel().terms().participants().stream(),
            Stream.of(new Participant("C", stranger.address(), stranger.destination())))
        .toList();
    a = new ByHand(Account.of(roles().getFirst().privateKey()), three, outcome(5, 5));
    assertThat(post(everything()).is(400).path("message").asText())
        .isEqualTo("B knows no wallet that signs as " + stranger.address());
    b.get("/channels/" + id()).is(404);
  }

  @Test
  void nonsenseIsRefused() {
    assertThat(post(WalletCaller.JSON.createArrayNode()).error()).isEqualTo("Invalid");
    assertThat(post(json(new Message("A", "C", List.of(), List.of(), List.of()))).error()).isEqualTo("Invalid");
    assertThat(post(json(new Message("A", "B", List.of(), List.of(), List.of()))).status()).isEqualTo(200);
  }

  /** The other half of the outcome, with the signature of the first. */
  private static StateBody forged(StateBody honest) {
    return new StateBody(honest.participants(), honest.nonce(), honest.appDefinition(), honest.challengeDuration(),
        honest.turnNum(), false, honest.appData(), ExitBody.of(outcome(9, 1)), honest.channelId(), honest.signatures());
  }

  private void open() throws Refusal {
    post(everything()).is(200);
    a.take(last(1));
    post(everything()).is(200);
    a.take(last(3));
  }

  /** What B has signed as that turn. */
  private Offer last(int turn) {
    JsonNode state = states().get(turn);
    List<String> signatures = state.path("signatures").valueStream().map(JsonNode::asText).toList();
    return new Offer(new VariablePart(outcome(5, 5), "0x", turn, false), signatures);
  }

  private JsonNode everything() {
    return json(Letter.message("A", "B", List.of(Letter.everything(a.channel(), false))));
  }

  private static JsonNode state(StateBody state) {
    return json(new Message("A", "B", List.of(state), List.of(), List.of()));
  }

  private static JsonNode json(Message message) {
    return WalletCaller.JSON.valueToTree(message);
  }

  private WalletCaller.Answer post(JsonNode message) {
    return inbox.post("/inbox", message);
  }

  private String id() {
    return a.channel().terms().channelId();
  }

  private JsonNode states() {
    return b.get("/channels/" + id() + "/states").is(200).path("states");
  }
}
