package protocol.rpc.transaction;

import account.Account;
import account.Kind;
import account.LaneRules;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import protocol.engine.ProtocolBench;
import protocol.engine.RpcRequest;
import protocol.engine.RpcTransport;
import protocol.engine.SigningLane;
import protocol.engine.WsTransport;
import protocol.rpc.chain.ChainWatcher;
import protocol.rpc.chain.Goal;
import protocol.rpc.chain.WatchSettings;
import protocol.rpc.node.ErrorTable;
import protocol.rpc.node.Node;
import protocol.rpc.node.Question.Asker;
import protocol.rpc.node.RpcChain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A scripted pool, and a sender without patience. */
final class PoolStage implements AutoCloseable {

  static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final LaneRules IMPATIENT = new LaneRules(8, Duration.ofMillis(300), Duration.ofSeconds(2), 3);
  private static final Account PAYER = Account.of("11".repeat(32));

  final FakePool pool = new FakePool();
  private final ProtocolBench bench = new ProtocolBench();
  private final RpcTransport http = bench.http();
  private final WsTransport sockets = bench.sockets();
  private final SigningLane signing = new SigningLane(1);
  final Sender sender;

  PoolStage() {
    RpcChain chain = RpcChain.of("one", 9001, pool.chain.node.url()).subscribing(pool.chain.node.socket());
    Node node = new Node(chain, http, Duration.ofSeconds(1), ErrorTable.standard());
    ChainWatcher watcher = ChainWatcher.open(node, sockets, bench.loop(),
        WatchSettings.defaults().poll(Duration.ofMillis(20)));
    sender = new Sender(new Sender.Setup(node, watcher, signing, IMPATIENT, 4), bench.loop());
    await().atMost(DEADLINE).until(() -> pool.chain.node.subscribers("newHeads") == 1);
  }

  @Override
  public void close() {
    sender.close();
    signing.close();
    http.close();
    sockets.close();
    bench.close();
    pool.close();
  }

  Story send() {
    return send(FeePolicy.market(), false);
  }

  Story send(FeePolicy fees, boolean sync) {
    Story story = new Story();
    sender.send(order(fees, sync), story);
    return story;
  }

  Order order(FeePolicy fees, boolean sync) {
    Draft draft = new Draft("0x" + "ee".repeat(20), BigInteger.ONE, "0x", _ -> new Kind.FeeMarket(List.of()));
    Asker asker = new Asker(bench.loop(), 0, RpcRequest.SHARED, Duration.ofSeconds(1));
    return new Order("pay", PAYER, draft, new GasLimit.Estimated(1.5, ""), fees, Goal.INCLUDED, sync, asker);
  }

  Census.Figures settled() throws Exception {
    Census.Figures figures = sender.settle(DEADLINE).toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertThat(figures.broken()).isEmpty();
    return figures;
  }
}
