package rig.chain;

import account.Account;
import contract.ChainEvent;
import contract.ChainEvent.AllocationUpdated;
import contract.ChainEvent.ChallengeCleared;
import contract.ChainEvent.ChallengeRegistered;
import contract.ChainEvent.Concluded;
import contract.ChainEvent.Deposited;
import contract.ChainEvent.Holdings;
import contract.Exit;
import contract.SignedState;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rig.chain.TestChains.DEADLINE;
import static rig.chain.TestChains.mined;

final class ChainWatcherTest {

  private static final long DEPOSITS = 50;

  private static LocalChain chain;
  private static ChainClient client;

  @BeforeAll
  static void start() throws IOException {
    chain = LocalChain.start(TestChains.options());
    client = chain.client(Account.of("c1".repeat(32)));
  }

  @AfterAll
  static void stop() {
    if (chain != null) {
      chain.close();
    }
  }

  @Test
  void tellsTheLifeOfAChannelInOrder() throws Exception {
    var channel = new TestChannel(3_600);
    Queue<ChainEvent> events = new ConcurrentLinkedQueue<>();
    try (var _ = chain.watcher().listen(events::add)) {
      long finalizesAt = playAgainst(channel);
      await().atMost(DEADLINE).until(() -> events.size() == 5);
      List<Long> blocks = events.stream().map(ChainEvent::block).toList();
      var ended = (Concluded) List.copyOf(events).get(3);
      assertThat(events).containsExactly(new Deposited(channel.id, blocks.get(0), Exit.COIN, BigInteger.TEN),
          new ChallengeRegistered(channel.id, blocks.get(1), 7, finalizesAt),
          new ChallengeCleared(channel.id, blocks.get(2), 8),
          new Concluded(channel.id, blocks.get(3), ended.finalizesAt()),
          new AllocationUpdated(channel.id, blocks.get(4), 0, new Holdings(BigInteger.TEN, BigInteger.ZERO)));
      assertThat(ended.finalizesAt()).isBetween(finalizesAt - 3_600, finalizesAt);
    }
  }

  /** Answers when the challenge would have ended. */
  private static long playAgainst(TestChannel channel) throws IOException {
    mined(client, () -> client.deposit(channel.id, Exit.COIN, BigInteger.ZERO, BigInteger.TEN));
    SignedState state = channel.state(7, false);
    mined(client, () -> client.challenge(state, channel.challengerSignature(state)));
    long finalizesAt = client.status(channel.id).finalizesAt();
    mined(client, () -> client.checkpoint(channel.state(8, false)));
    mined(client, () -> client.conclude(channel.state(9, true)));
    return finalizesAt;
  }

  @Test
  void aStuckOrFailingListenerStopsNobody() throws Exception {
    var release = new CountDownLatch(1);
    List<String> ids = new ArrayList<>();
    Queue<ChainEvent> events = new ConcurrentLinkedQueue<>();
    try (var _ = chain.watcher().listen(event -> uninterrupted(release)); var _ = chain.watcher().listen(event -> {
      events.add(event);
      if (events.size() == 1) {
        throw new IllegalStateException("expected: a listener that fails on its first event");
      }
    })) {
      for (int i = 0; i < DEPOSITS; i++) {
        ids.add(new TestChannel(i).id);
        client.deposit(ids.getLast(), Exit.COIN, BigInteger.ZERO, BigInteger.TEN);
      }
      await().atMost(DEADLINE).until(() -> events.size() == DEPOSITS);
      assertThat(events).extracting(ChainEvent::channelId).containsExactlyElementsOf(ids);
    } finally {
      release.countDown();
    }
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
