package protocol.rpc.transaction;

import account.Fate;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Hash;
import protocol.rpc.node.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static protocol.rpc.transaction.PoolStage.DEADLINE;

/** How orders end that do not simply end up in a block, and those whose node answers with the receipt. */
final class SenderEndsTest {

  private final PoolStage stage = new PoolStage();
  private final FakePool pool = stage.pool;

  @AfterEach
  void close() {
    stage.close();
  }

  private Census.Figures givenUp() throws Exception {
    Census.Figures figures = stage.sender.settle(Duration.ofMillis(500))
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
    assertThat(figures.broken()).isEmpty();
    return figures;
  }

  @Test
  void ofANodeThatDiesNobodyKnows() throws Exception {
    Story accepted = stage.send();
    accepted.awaits("accepted");
    pool.chain.node.die();
    Story lost = stage.send();
    await().atMost(DEADLINE).until(() -> lost.told.size() >= 2);
    Census.Figures figures = givenUp();
    assertThat(figures.fates().get(Fate.UNKNOWN) + figures.fates().get(Fate.REJECTED)).isEqualTo(2);
    accepted.awaits("UNKNOWN");
  }

  @Test
  void whatWaitsInThePoolIsUnknownAndWhatTheNodeHasForgottenIsExpired() throws Exception {
    Story waiting = stage.send();
    waiting.awaits("accepted");
    pool.before(bytes -> new Reply.Result(Hash.sha3(bytes)));
    Story forgotten = stage.send();
    forgotten.awaits("accepted");
    assertThat(givenUp().fates()).containsEntry(Fate.UNKNOWN, 1L).containsEntry(Fate.EXPIRED, 1L);
    waiting.awaits("UNKNOWN");
    forgotten.awaits("EXPIRED");
  }

  @Test
  void whatTheWatcherHasMissedIsLookedUp() throws Exception {
    pool.chain.node.answers("eth_getBlockReceipts", List.of());
    Story story = stage.send();
    story.awaits("accepted");
    pool.mine();
    assertThat(stage.settled().fates()).containsEntry(Fate.INCLUDED, 1L);
    story.awaits("included");
  }

  @Test
  void anOrderIsTakenBackAsLongAsItWaits() throws Exception {
    for (int i = 0; i < 8; i++) {
      stage.send().awaits("accepted");
    }
    Story waiting = new Story();
    Ticket ticket = stage.sender.send(stage.order(FeePolicy.market(), false), waiting);
    assertThat(stage.sender.takeBack(ticket)).isTrue();
    assertThat(stage.sender.takeBack(ticket)).isFalse();
    pool.mine();
    Census.Figures figures = stage.settled();
    assertThat(figures.notSent()).isEqualTo(1);
    assertThat(figures.submitted()).isEqualTo(8);
    assertThat(waiting.told).isEmpty();
  }

  @Test
  void nothingIsSentAboveTheCapOrWithoutAnEstimate() throws Exception {
    pool.chain.node.on("eth_estimateGas", _ -> new Reply.Error(3, "execution reverted"));
    stage.send().awaits("not sent: estimate-reverted");
    pool.chain.node.answers("eth_estimateGas", "0x5208");
    stage.send(FeePolicy.market().cap("9 wei"), false).awaits("not sent: fee-cap");
    assertThat(pool.raw).isEmpty();
    assertThat(stage.settled().notSent()).isEqualTo(2);
  }

  @Test
  void everyFormOfTheSynchronousSendIsFoundOnce() throws Exception {
    AtomicReference<String> understood = new AtomicReference<>("number");
    List<String> asked = new CopyOnWriteArrayList<>();
    pool.chain.node.on("eth_sendRawTransactionSync", params -> {
      asked.add(form(params));
      return form(params).equals(understood.get()) ? receipt(params) : new Reply.Error(-32602, "invalid argument 1");
    });
    for (String form : List.of("number", "text", "none", "none")) {
      understood.set(form);
      Story story = stage.send(FeePolicy.market(), true);
      story.awaits("INCLUDED");
      assertThat(story.told).doesNotContain("refused: invalid");
    }
    assertThat(asked).containsExactly("number", "number", "text", "text", "none", "none");
    assertThat(stage.settled().fates()).containsEntry(Fate.INCLUDED, 4L);
  }

  private static String form(JsonNode params) {
    return params.size() == 1 ? "none" : params.get(1).isNumber() ? "number" : "text";
  }

  private Reply receipt(JsonNode params) {
    String bytes = params.get(0).asText();
    pool.take(bytes);
    pool.mine();
    return new Reply.Result(Map.of("transactionHash", Hash.sha3(bytes), "status", "0x1"));
  }

  @Test
  void aNodeThatDoesNotWaitAnyLongerHasItAllTheSame() throws Exception {
    pool.chain.node.on("eth_sendRawTransactionSync", params -> {
      pool.take(params.get(0).asText());
      return new Reply.Error(4, "The transaction was added to the mempool but wasn't processed in time");
    });
    Story story = stage.send(FeePolicy.market(), true);
    story.awaits("accepted");
    pool.mine();
    story.awaits("INCLUDED");
    assertThat(stage.settled().fates()).containsEntry(Fate.INCLUDED, 1L);
  }
}
