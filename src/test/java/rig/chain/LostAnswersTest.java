package rig.chain;

import account.Account;
import contract.ChainEvent;
import contract.Exit;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;
import static rig.chain.TestChains.DEADLINE;
import static rig.chain.TestChains.mined;

/** A node that does what it is asked, but whose answers do not arrive. */
final class LostAnswersTest {

  private static final String SEND = "eth_sendRawTransaction";

  private LocalChain chain;
  private FlakyProxy proxy;
  private ChainNode node;

  @BeforeEach
  void start() throws IOException {
    chain = LocalChain.start(TestChains.options());
    proxy = new FlakyProxy(chain.spec().url());
    node = new ChainNode(proxy.url());
  }

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
      proxy.close();
      chain.close();
    }
  }

  @Test
  void aTransactionIsSentAgainAndHappensOnce() throws IOException {
    ChainClient client = client();
    var channel = new TestChannel(1);
    var sends = new AtomicInteger();
    proxy.spoil(request -> request.contains(SEND) && sends.incrementAndGet() == 1);
    assertThat(mined(client, () -> deposit(client, channel)).succeeded()).isTrue();
    assertThat(sends).hasValue(2);
    assertThat(client.holdings(channel.id, Exit.COIN)).isEqualTo(1);
    assertThat(mined(client, () -> deposit(client, new TestChannel(1))).succeeded()).as("the next nonce").isTrue();
  }

  @Test
  void aTransactionThatStaysUnansweredLeavesNoGap() throws IOException {
    ChainClient client = client();
    proxy.spoil(request -> request.contains(SEND));
    assertThatIOException().isThrownBy(() -> deposit(client, new TestChannel(1)))
        .isNotInstanceOf(RefusedException.class);
    proxy.spoil(request -> false);
    assertThat(mined(client, () -> deposit(client, new TestChannel(1))).succeeded()).isTrue();
  }

  @Test
  void theWatcherReadsWhatItMissed() throws Exception {
    Queue<ChainEvent> events = new ConcurrentLinkedQueue<>();
    ChainClient client = chain.client(Account.of("c3".repeat(32)));
    var missed = new TestChannel(1);
    try (var watcher = new ChainWatcher(node, chain.spec()); var _ = watcher.listen(events::add)) {
      proxy.spoil(request -> true);
      mined(client, () -> deposit(client, missed));
      assertThat(events).isEmpty();
      proxy.spoil(request -> false);
      await().atMost(DEADLINE).until(() -> !events.isEmpty());
      assertThat(events).singleElement().extracting(ChainEvent::channelId).isEqualTo(missed.id);
    }
  }

  private ChainClient client() throws IOException {
    var payer = Account.of("c4".repeat(32));
    node.setBalance(payer.address(), BigInteger.TEN.pow(18));
    return new ChainClient(node, chain.spec(), payer);
  }

  private static String deposit(ChainClient client, TestChannel channel) throws IOException {
    return client.deposit(channel.id, Exit.COIN, BigInteger.ZERO, BigInteger.ONE);
  }
}
