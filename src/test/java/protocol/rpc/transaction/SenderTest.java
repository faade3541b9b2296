package protocol.rpc.transaction;

import account.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Hash;
import protocol.rpc.node.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of orders when the node does not do what it should. */
final class SenderTest {

  private static final Duration DEADLINE = PoolStage.DEADLINE;
  private final PoolStage stage = new PoolStage();
  private final FakePool pool = stage.pool;

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void manyAreSentOnTheirOwnAndAskTheNodeForNothing() throws Exception {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      stories.add(stage.send());
    }
    await().atMost(DEADLINE).until(() -> pool.size() == 8);
    pool.mine();
    stories.forEach(story -> story.awaits("INCLUDED"));
    assertThat(stories).extracting(story -> story.sent.getFirst().transaction().nonce())
        .containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(stories.getFirst().sent.getFirst().transaction().call().gasLimit()).isEqualTo(31_500);
    assertThat(stories.getFirst().sent.getFirst().transaction().fees().max()).isEqualTo(21);
    assertThat(pool.chain.node.count("eth_getTransactionCount")).isEqualTo(1);
    assertThat(pool.chain.node.count("eth_estimateGas")).isEqualTo(1);
    assertThat(stage.settled().fates()).containsEntry(Fate.INCLUDED, 8L);
  }

  @Test
  void noMoreAreInFlightThanAllowedAndTheOthersWaitTheirTurn() throws Exception {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      stories.add(stage.send());
    }
    for (int i = 1; i <= 3; i++) {
      int most = 20 - 8 * (i - 1);
      await().atMost(DEADLINE).until(() -> pool.size() == Math.min(8, most));
      pool.mine();
    }
    stories.forEach(story -> story.awaits("INCLUDED"));
    assertThat(stage.settled().submitted()).isEqualTo(20);
  }

  @Test
  void aLostSendIsNoticedAndSentAgain() throws Exception {
    AtomicInteger sends = new AtomicInteger();
    pool.before(_ -> sends.incrementAndGet() == 1 ? new Reply.HangUp() : null);
    Story story = stage.send();
    story.awaits("unknown: closed");
    await().atMost(DEADLINE).until(() -> pool.size() == 1);
    assertThat(pool.raw).as("the same bytes").hasSize(2).containsOnly(pool.raw.getFirst());
    pool.mine();
    story.awaits("INCLUDED");
    assertThat(stage.settled().resent()).isEqualTo(1);
  }

  @Test
  void oneThatWasTakenThoughTheAnswerWasLostIsNotSentAgain() throws Exception {
    pool.before(bytes -> {
      pool.take(bytes);
      return new Reply.HangUp();
    });
    Story story = stage.send();
    story.awaits("unknown: closed");
    pool.mine();
    story.awaits("INCLUDED");
    assertThat(pool.raw).hasSize(1);
    assertThat(stage.settled().fates()).containsEntry(Fate.INCLUDED, 1L);
  }

  @Test
  void oneThatIsMinedBeforeTheAnswerComesIsIncluded() throws Exception {
    pool.before(bytes -> {
      pool.take(bytes);
      pool.mine();
      return new Reply.Later(Duration.ofMillis(150), new Reply.Result(Hash.sha3(bytes)));
    });
    Story story = stage.send();
    story.awaits("accepted");
    assertThat(story.told).containsSubsequence("sending 0", "included", "accepted");
    assertThat(stage.settled().fates()).containsEntry(Fate.INCLUDED, 1L);
  }

  @Test
  void aRefusalIsTheEndOfItAndItsNonceIsUsedAgain() throws Exception {
    pool.before(_ -> new Reply.Error(-32000, "insufficient funds for gas * price + value"));
    Story poor = stage.send();
    poor.awaits("REJECTED");
    assertThat(poor.told).containsExactly("sending 0", "refused: insufficient-funds", "REJECTED");
    pool.before(_ -> null);
    Story rich = stage.send();
    rich.awaits("accepted");
    assertThat(rich.told).startsWith("sending 0");
    pool.mine();
    assertThat(stage.settled().fates()).containsEntry(Fate.REJECTED, 1L).containsEntry(Fate.INCLUDED, 1L);
  }

  @Test
  void aNonceThatSomebodyElseHasUsedIsTakenOver() throws Exception {
    pool.mineStranger();
    Story first = stage.send();
    first.awaits("accepted");
    pool.mine();
    pool.mineStranger();
    pool.before(bytes -> pool.raw.size() == 2 ? new Reply.Error(-32000, "nonce too low") : null);
    Story second = stage.send();
    second.awaits("REJECTED");
    Story third = stage.send();
    third.awaits("accepted");
    assertThat(third.told).startsWith("sending 3");
    pool.mine();
    assertThat(stage.settled().broken()).isEmpty();
  }

  @Test
  void aGapIsFilled() throws Exception {
    stage.send().awaits("accepted"); // whoever comes first waits for the estimate, and for the next nonce
    pool.before(_ -> pool.raw.size() == 2
        ? new Reply.Later(Duration.ofMillis(200), new Reply.Error(-32000, "intrinsic gas too low"))
        : null);
    Story refused = stage.send();
    Story behind = stage.send();
    refused.awaits("REJECTED");
    behind.awaits("accepted");
    assertThat(behind.told).startsWith("sending 2");
    pool.mine();
    await().atMost(DEADLINE).until(() -> pool.size() == 2);
    pool.mine();
    behind.awaits("INCLUDED");
    assertThat(stage.settled().fillers()).isEqualTo(1);
  }

  @Test
  void oneThatIsStuckOffersMore() throws Exception {
    Story story = stage.send();
    story.awaits("accepted");
    await().atMost(DEADLINE).until(() -> story.sent.size() == 2);
    assertThat(story.sent.get(1).transaction().fees().max()).isEqualTo(24);
    pool.chain.mine(story.sent.get(1).hash());
    story.awaits("INCLUDED");
    Census.Figures figures = stage.sender.figures();
    assertThat(figures.fates()).containsEntry(Fate.INCLUDED, 1L);
    assertThat(figures.raised()).isEqualTo(1);
    assertThat(figures.broken()).isEmpty();
  }
}
