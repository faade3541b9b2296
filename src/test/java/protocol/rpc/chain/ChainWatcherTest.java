package protocol.rpc.chain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.rpc.chain.FakeChain.Block;
import protocol.rpc.chain.Goal.Finality;
import protocol.rpc.chain.Tally.Count;
import protocol.rpc.node.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static protocol.rpc.chain.WatchStage.DEADLINE;

/** What can go wrong between a chain and its watcher. */
final class ChainWatcherTest {

  private final WatchStage stage = new WatchStage();
  private final FakeChain chain = stage.chain;
  private final Diary diary = new Diary();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aTransactionIsIncludedAndConfirmedOnTheClocksOfItsBlocks() throws Exception {
    ChainWatcher watcher = stage.listening();
    watcher.follow("0xt1", new Goal(3, Finality.NONE), diary);
    chain.mine();
    Block block = chain.mine("0xother", "0xt1");
    diary.awaits("included " + block.hash());
    Inclusion inclusion = diary.inclusions.getFirst();
    assertThat(inclusion.block().timestamp()).isEqualTo(1_000 + block.number());
    assertThat(inclusion.block().live()).isTrue();
    assertThat(inclusion.seen()).isGreaterThan(inclusion.block().arrived());
    assertThat(inclusion.receipt().fee()).isEqualTo(2 * 0x5208);
    assertThat(new String(inclusion.receipt().json(), StandardCharsets.UTF_8)).startsWith("{")
        .endsWith("}")
        .contains("\"logs\"");
    chain.mine();
    diary.awaits("included " + block.hash());
    chain.mine();
    diary.awaits("included " + block.hash(), "confirmed");
    assertThat(chain.node.count("eth_getBlockReceipts")).as("one question a block, none for those without transactions")
        .isEqualTo(1);
  }

  @Test
  void aRevertedTransactionIsToldSo() throws Exception {
    stage.listening().follow("0xbad1", Goal.INCLUDED, diary);
    Block block = chain.mine("0xbad1");
    diary.awaits("reverted " + block.hash());
  }

  @Test
  void blocksThatNobodyToldOfAreReadAfterwards() throws Exception {
    ChainWatcher watcher = stage.listening();
    List<Long> blocks = new CopyOnWriteArrayList<>();
    watcher.onBlock(header -> blocks.add(header.number()));
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    chain.mineSilently();
    Block block = chain.mineSilently("0xt1");
    chain.mineSilently();
    chain.mine();
    diary.awaits("included " + block.hash());
    assertThat(diary.inclusions.getFirst().block().live()).as("nobody told of it when it was new").isFalse();
    assertThat(blocks).containsExactly(1L, 2L, 3L, 4L);
    assertThat(watcher.tally().of(Count.FILLED)).isEqualTo(3);
  }

  @Test
  void whatHappensWhileTheWebSocketIsBrokenIsNotLost() throws Exception {
    ChainWatcher watcher = stage.listening();
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    chain.node.dropSockets();
    Block block = chain.mineSilently("0xt1");
    diary.awaits("included " + block.hash());
    await().atMost(DEADLINE).until(() -> chain.node.subscribers("newHeads") == 1);
    assertThat(watcher.tally().of(Count.BREAKS)).isPositive();
    Diary next = new Diary();
    watcher.follow("0xt2", Goal.INCLUDED, next);
    next.awaits();
    Block later = chain.mine("0xt2");
    next.awaits("included " + later.hash());
  }

  @Test
  void aSilentWebSocketIsNoticedAndOpenedAnew() throws Exception {
    ChainWatcher watcher = stage.listening(settings -> settings.quiet(Duration.ofMillis(200)));
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    Block block = chain.mineSilently("0xt1");
    diary.awaits("included " + block.hash());
    await().atMost(DEADLINE).until(() -> chain.node.count("eth_subscribe") >= 2);
    assertThat(watcher.tally().of(Count.SILENCES)).isPositive();
  }

  @Test
  void withoutAWebSocketTheHeadIsAskedFor() throws Exception {
    ChainWatcher watcher = stage.asking();
    watcher.follow("0xt1", new Goal(2, Finality.NONE), diary);
    Block block = chain.mine("0xt1");
    diary.awaits("included " + block.hash());
    chain.mine();
    diary.awaits("included " + block.hash(), "confirmed");
  }

  @Test
  void receiptsThatAreNotThereYetAreAskedForAgain() throws Exception {
    ChainWatcher watcher = stage.listening();
    AtomicInteger asked = new AtomicInteger();
    chain.node.on("eth_getBlockReceipts",
        params -> asked.incrementAndGet() < 3 ? new Reply.Result(null) : chain.receipts(params));
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    Block block = chain.mine("0xt1");
    diary.awaits("included " + block.hash());
    assertThat(watcher.tally().of(Count.RETRIES)).isEqualTo(2);
  }

  @Test
  void aBlockThatIsCalledSafeAndFinalIsToldSo() throws Exception {
    stage.listening().follow("0xt1", new Goal(1, Finality.FINALIZED), diary);
    Block block = chain.mine("0xt1");
    chain.mine();
    diary.awaits("included " + block.hash());
    chain.safe(block.number());
    chain.mine();
    diary.awaits("included " + block.hash(), "safe");
    chain.finalized(block.number());
    chain.mine();
    diary.awaits("included " + block.hash(), "safe", "finalized");
  }
}
