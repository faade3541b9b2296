package protocol.rpc.chain;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.rpc.chain.FakeChain.Block;
import protocol.rpc.chain.Goal.Finality;
import protocol.rpc.chain.Tally.Count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static protocol.rpc.chain.WatchStage.DEADLINE;

/** Chains that change their mind. */
final class ReorganisationTest {

  private final WatchStage stage = new WatchStage();
  private final FakeChain chain = stage.chain;
  private final Diary diary = new Diary();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aTransactionOfABlockThatLeavesIsPendingAgain() throws Exception {
    ChainWatcher watcher = stage.listening();
    watcher.follow("0xt1", new Goal(2, Finality.NONE), diary);
    Block first = chain.mine("0xt1");
    diary.awaits("included " + first.hash());
    chain.drop(1);
    chain.mine("0xother");
    diary.awaits("included " + first.hash(), "left " + first.hash());
    Block second = chain.mine("0xt1");
    chain.mine();
    diary.awaits("included " + first.hash(), "left " + first.hash(), "included " + second.hash(), "confirmed");
    assertThat(watcher.tally().of(Count.REORGS)).isEqualTo(1);
    assertThat(watcher.tally().of(Count.LEFT)).isEqualTo(1);
  }

  @Test
  void aChainMayComeBack() throws Exception {
    ChainWatcher watcher = stage.listening();
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    Block first = chain.mine("0xt1");
    diary.awaits("included " + first.hash());
    Block dropped = chain.drop(1).getFirst();
    chain.mine();
    diary.awaits("included " + first.hash(), "left " + first.hash());
    chain.drop(1);
    chain.putBack(dropped);
    diary.awaits("included " + first.hash(), "left " + first.hash(), "included " + first.hash());
    assertThat(watcher.tally().of(Count.REORGS)).isEqualTo(2);
  }

  @Test
  void aDeepReorganisationOfWhichOnlyTheHeadIsToldIsFollowed() throws Exception {
    ChainWatcher watcher = stage.listening();
    Diary stays = new Diary();
    watcher.follow("0xt0", Goal.INCLUDED, stays);
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    Block common = chain.mine("0xt0");
    Block gone = chain.mine("0xt1");
    chain.mine();
    diary.awaits("included " + gone.hash());
    chain.drop(2);
    chain.mineSilently();
    chain.mineSilently("0xt1");
    Block head = chain.mineSilently();
    chain.tell(head);
    diary.awaits("included " + gone.hash(), "left " + gone.hash(), "included " + head.parent());
    stays.awaits("included " + common.hash());
  }

  @Test
  void theSameHeadTwiceIsOneBlock() throws Exception {
    ChainWatcher watcher = stage.listening();
    watcher.follow("0xt1", Goal.INCLUDED, diary);
    Block block = chain.mine("0xt1");
    chain.tell(block);
    Block next = chain.mine();
    chain.tell(block);
    chain.tell(next);
    await().atMost(DEADLINE).until(() -> watcher.tally().of(Count.DUPLICATES) >= 3);
    diary.awaits("included " + block.hash());
    assertThat(watcher.tally().of(Count.REORGS)).isZero();
  }
}
