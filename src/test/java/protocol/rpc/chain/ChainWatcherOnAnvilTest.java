package protocol.rpc.chain;

import account.Account;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import protocol.engine.ProtocolBench;
import protocol.engine.RpcTransport;
import protocol.engine.WsTransport;
import protocol.rpc.chain.Goal.Finality;
import protocol.rpc.chain.Tally.Count;
import protocol.rpc.chain.TestChain.Signed;
import protocol.rpc.node.ErrorTable;
import protocol.rpc.node.Node;
import protocol.rpc.node.RpcChain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The watcher against a real chain, and what a second reader of the chain says. */
@Execution(ExecutionMode.CONCURRENT)
final class ChainWatcherOnAnvilTest {

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final ProtocolBench bench = new ProtocolBench();
  private final RpcTransport http = bench.http();
  private final WsTransport sockets = bench.sockets();
  private TestChain chain;

  @BeforeEach
  void start() throws IOException {
    chain = TestChain.start();
  }

  @AfterEach
  void close() throws IOException {
    http.close();
    sockets.close();
    bench.close();
    if (chain != null) {
      chain.close();
    }
  }

  private ChainWatcher watcher(boolean socket) throws Exception {
    RpcChain one = RpcChain.of("one", chain.id(), chain.url());
    Node node = new Node(socket ? one.subscribing(chain.socket()) : one, http, Duration.ofSeconds(5),
        ErrorTable.standard());
    ChainWatcher watcher = ChainWatcher.open(node, sockets, bench.loop(), WatchSettings.defaults());
    watcher.ready().toCompletableFuture().get(10, TimeUnit.SECONDS);
    return watcher;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyTransactionIsInTheBlockThatTheChainSays(boolean socket) throws Exception {
    ChainWatcher watcher = watcher(socket);
    Account sender = chain.funded(1);
    List<Signed> sent = new ArrayList<>();
    Map<String, Diary> diaries = new HashMap<>();
    for (int nonce = 0; nonce < 40; nonce++) {
      Signed signed = chain.transfer(sender, nonce);
      Diary diary = new Diary();
      diaries.put(signed.hash(), diary);
      watcher.follow(signed.hash(), new Goal(2, Finality.NONE), diary);
      assertThat(chain.ask("eth_sendRawTransaction", signed.raw())).isEqualTo(signed.hash());
      sent.add(signed);
    }
    for (Signed signed : sent) {
      var receipt = await().atMost(DEADLINE)
          .until(() -> (Map<?, ?>) chain.ask("eth_getTransactionReceipt", signed.hash()), one -> one != null);
      diaries.get(signed.hash()).awaits("included " + receipt.get("blockHash"), "confirmed");
      Inclusion inclusion = diaries.get(signed.hash()).inclusions.getFirst();
      assertThat(Quantity.of(inclusion.block().number())).isEqualTo(receipt.get("blockNumber"));
      assertThat(Quantity.of(inclusion.receipt().gasUsed())).isEqualTo(receipt.get("gasUsed"));
    }
    assertThat(watcher.tally().of(Count.LIES)).isZero();
  }

  @Test
  void aReorganisationIsFollowed() throws Exception {
    ChainWatcher watcher = watcher(true);
    Account sender = chain.funded(2);
    Signed signed = chain.transfer(sender, 0);
    Diary diary = new Diary();
    watcher.follow(signed.hash(), Goal.INCLUDED, diary);
    chain.ask("eth_sendRawTransaction", signed.raw());
    await().atMost(DEADLINE).until(() -> diary.entries.size() == 1);
    String first = diary.inclusions.getFirst().block().hash();
    chain.ask("anvil_reorg", 2, List.of());
    await().atMost(DEADLINE).until(() -> diary.entries.contains("left " + first));
    assertThat(watcher.tally().of(Count.REORGS)).isPositive();
    chain.funded(2); // that was undone, too
    chain.ask("eth_sendRawTransaction", signed.raw());
    await().atMost(DEADLINE).until(() -> diary.inclusions.size() == 2);
    var receipt = (Map<?, ?>) chain.ask("eth_getTransactionReceipt", signed.hash());
    assertThat(diary.entries).endsWith("included " + receipt.get("blockHash"));
  }
}
