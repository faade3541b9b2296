package protocol.rpc.chain;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import protocol.engine.ProtocolBench;
import protocol.engine.RpcTransport;
import protocol.engine.WsTransport;
import protocol.rpc.node.ErrorTable;
import protocol.rpc.node.Node;
import protocol.rpc.node.RpcChain;

import static org.awaitility.Awaitility.await;

/** A scripted chain, and what its watchers need. */
final class WatchStage implements AutoCloseable {

  static final Duration DEADLINE = Duration.ofSeconds(10);

  final FakeChain chain = new FakeChain();
  private final ProtocolBench bench = new ProtocolBench();
  private final RpcTransport http = bench.http();
  private final WsTransport sockets = bench.sockets();

  /** A watcher that is told by WebSocket, and asks only when it has heard nothing for a minute. */
  ChainWatcher listening() throws Exception {
    return listening(settings -> settings.quiet(Duration.ofMinutes(1)));
  }

  ChainWatcher listening(UnaryOperator<WatchSettings> settings) throws Exception {
    ChainWatcher watcher = watching(RpcChain.of("one", 1, chain.node.url()).subscribing(chain.node.socket()), settings);
    await().atMost(DEADLINE).until(() -> chain.node.subscribers("newHeads") == 1);
    return watcher;
  }

  /** A watcher that asks every 20 ms. */
  ChainWatcher asking() throws Exception {
    return watching(RpcChain.of("one", 1, chain.node.url()), settings -> settings);
  }

  private ChainWatcher watching(RpcChain where, UnaryOperator<WatchSettings> settings) throws Exception {
    Node node = new Node(where, http, Duration.ofMillis(300), ErrorTable.standard());
    ChainWatcher watcher = ChainWatcher.open(node, sockets, bench.loop(),
        settings.apply(WatchSettings.defaults().poll(Duration.ofMillis(20))));
    watcher.ready().toCompletableFuture().get(10, TimeUnit.SECONDS);
    return watcher;
  }

  @Override
  public void close() {
    http.close();
    sockets.close();
    bench.close();
    chain.close();
  }
}
