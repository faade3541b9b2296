package protocol.rpc.chain;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.rpc.chain.FakeChain.Block;
import protocol.rpc.chain.Tally.Count;
import protocol.rpc.node.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static protocol.rpc.chain.WatchStage.DEADLINE;

/** Nodes that offer less than others, that lie, and that die. */
final class ChainWatcherNodesTest {

  private final WatchStage stage = new WatchStage();
  private final FakeChain chain = stage.chain;
  private final Diary diary = new Diary();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void receiptsAreAskedForByNumberWhereAHashIsNotUnderstood() throws Exception {
    chain.node.on("eth_getBlockReceipts",
        params -> params.get(0).asText().startsWith("0xb") ? new Reply.Error(-32602, "invalid argument 0")
            : chain.receipts(Reply.JSON.createArrayNode().add(chain.tip().hash())));
    stage.listening().follow("0xt1", Goal.INCLUDED, diary);
    Block block = chain.mine("0xt1");
    diary.awaits("included " + block.hash());
  }

  @Test
  void receiptsAreAskedForOneByOneWhereABlocksAreNotOffered() throws Exception {
    chain.node.on("eth_getBlockReceipts", _ -> new Reply.Error(-32601, "the method does not exist"));
    ChainWatcher watcher = stage.listening();
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    watcher.follow("0xt2", Goal.INCLUDED, diary);
    Block block = chain.mine("0xother", "0xt1", "0xt2");
    diary.awaits("included " + block.hash(), "included " + block.hash());
    assertThat(chain.node.count("eth_getTransactionReceipt")).as("of those that are waited for").isEqualTo(2);
    chain.mine("0xt3");
    assertThat(chain.node.count("eth_getBlockReceipts")).as("not asked for again").isEqualTo(2);
  }

  @Test
  void receiptsOfAnotherBlockAreNotBelieved() throws Exception {
    ChainWatcher watcher = stage.listening();
    chain.node.on("eth_getBlockReceipts",
        params -> new Reply.Result(List.of(Map.of("transactionHash", "0xt1", "blockHash", "0xbeef", "status", "0x1"))));
    chain.node.answers("eth_getTransactionReceipt", null);
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    chain.mine("0xt1");
    await().atMost(DEADLINE).until(() -> watcher.tally().of(Count.WITHOUT_RECEIPTS) == 1);
    assertThat(diary.entries).isEmpty();
    assertThat(watcher.tally().of(Count.LIES)).isPositive();
  }

  @Test
  void headsThatContradictThemselvesAreNotBelieved() throws Exception {
    ChainWatcher watcher = stage.listening();
    Block tip = chain.tip();
    chain.tell(new Block(tip.number() + 5, "0xb999", tip.hash(), List.of()));
    chain.node.push("newHeads", Map.of("number", "moon"));
    chain.node.push("newHeads", "moon");
    await().atMost(DEADLINE).until(() -> watcher.tally().of(Count.LIES) == 3);
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    Block block = chain.mine("0xt1");
    diary.awaits("included " + block.hash());
    assertThat(watcher.tally().of(Count.REORGS)).isZero();
  }

  @Test
  void aHeadWithoutAncestorsWaitsForTheNext() throws Exception {
    ChainWatcher watcher = stage.listening();
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    chain.tell(new Block(9, "0xb777", "0xb666", List.of("0xt1")));
    await().atMost(DEADLINE).until(() -> watcher.tally().of(Count.UNCONNECTED) == 1);
    Block block = chain.mine("0xt1");
    diary.awaits("included " + block.hash());
  }

  @Test
  void aNodeThatDiesIsWaitedForWithoutAHang() throws Exception {
    ChainWatcher watcher = stage.listening();
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    chain.node.die();
    await().atMost(DEADLINE).until(() -> watcher.tally().of(Count.FAILURES) >= 2);
    Block block = chain.mineSilently("0xt1");
    chain.mineSilently();
    assertThat(diary.entries).isEmpty();
    chain.node.revive();
    diary.awaits("included " + block.hash());
  }

  @Test
  void pendingTransactionsAreSeenWhenListenedTo() throws Exception {
    ChainWatcher watcher = stage.listening(WatchSettings::listeningToPending);
    await().atMost(DEADLINE).until(() -> chain.node.subscribers("newPendingTransactions") == 1);
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    chain.node.push("newPendingTransactions", "0xother");
    chain.node.push("newPendingTransactions", "0xt1");
    chain.node.push("newPendingTransactions", "0xt1");
    diary.awaits("seen");
  }

  @Test
  void preconfirmationsAreToldAndCountedWhenKept() throws Exception {
    ChainWatcher watcher = stage.listening(WatchSettings::listeningToPreconfirmations);
    await().atMost(DEADLINE).until(() -> chain.node.subscribers("newFlashblockTransactions") == 1);
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    watcher.follow("0xt2", Goal.INCLUDED, new Diary());
    chain.node.push("newFlashblockTransactions", "0xt1");
    chain.node.push("newFlashblockTransactions", "0xt2");
    diary.awaits("preconfirmed");
    chain.mine("0xt1");
    await().atMost(DEADLINE).until(() -> diary.inclusions.size() == 1);
    assertThat(watcher.tally().of(Count.PRECONFIRMED)).isEqualTo(2);
    assertThat(watcher.tally().of(Count.KEPT)).isEqualTo(1);
  }

  @Test
  void whatIsSettledIsForgotten() throws Exception {
    ChainWatcher watcher = stage.listening(it -> it.settled(2));
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    watcher.follow("0xpending", Goal.INCLUDED, diary);
    chain.mine("0xt1");
    await().atMost(DEADLINE).until(() -> diary.entries.size() == 1);
    chain.mine();
    chain.mine();
    await().atMost(DEADLINE).until(() -> watcher.followed() == 1);
    watcher.forget("0xpending");
    assertThat(watcher.followed()).isZero();
  }

  @Test
  void nothingIsAskedBeyondTheHead() throws Exception {
    ChainWatcher watcher = stage.listening(it -> it.quiet(Duration.ofMillis(50)));
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    chain.mineSilently();
    Block block = chain.mine("0xt1");
    diary.awaits("included " + block.hash());
    assertThat(chain.node.asked).filteredOn(asked -> asked.method().equals("eth_getBlockByNumber"))
        .allSatisfy(asked -> assertThat(asked.params().get(0).asText()).isIn("latest", "safe", "finalized"));
  }
}
