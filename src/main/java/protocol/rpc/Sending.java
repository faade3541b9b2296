package protocol.rpc;

import account.Account;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import protocol.engine.ExpressionFailure;
import protocol.engine.Injector;
import protocol.engine.SigningLane;
import protocol.engine.WsTransport;
import protocol.rpc.chain.ChainWatcher;
import protocol.rpc.chain.InclusionClocks;
import protocol.rpc.node.Node;
import protocol.rpc.transaction.Sender;

/** What sends transactions and follows them, chain by chain: opened when the first transaction wants it. Safe from any thread. */
final class Sending implements AutoCloseable {

  private final RpcProtocol settings;
  private final WsTransport sockets;
  private final Injector injector;
  private final Map<String, Chain> chains = new ConcurrentHashMap<>();
  private final Supplier<List<Account>> accounts;
  private @Nullable SigningLane signing;
  private @Nullable EventLoopGroup loop;
  private @Nullable List<Account> known;

  /** What there is for one chain. */
  record Chain(Node node, ChainWatcher watcher, Sender sender, InclusionClocks clocks, Unresolved unresolved) {

    String name() {
      return node.chain().name();
    }
  }

  Sending(RpcProtocol settings, WsTransport sockets, Injector injector) {
    this.settings = settings;
    this.sockets = sockets;
    this.injector = injector;
    this.accounts = settings.transactions().accounts();
  }

  /** Who sends for a user. */
  synchronized Account account(long user) throws ExpressionFailure {
    List<Account> all = known;
    if (all == null) {
      all = accounts.get();
      known = all;
    }
    if (all.isEmpty()) {
      throw new ExpressionFailure("nobody sends: name an account with from(..), or give RpcProtocol accounts");
    }
    return all.get((int) Math.floorMod(user, (long) all.size()));
  }

  /** What there is for the node's chain. */
  Chain chain(Node node) {
    Chain open = chains.get(node.chain().name());
    return open == null ? open(node) : open;
  }

  private synchronized Chain open(Node node) {
    return chains.computeIfAbsent(node.chain().name(), _ -> {
      EventLoop own = loop().next();
      ChainWatcher watcher = ChainWatcher.open(node, sockets, own, settings.transactions().watch());
      InclusionClocks clocks = new InclusionClocks(settings.engine().clock());
      watcher.onBlock(clocks::heard);
      watcher.onBlock(block -> settings.transactions().blocks().accept(node.chain().name(), block));
      Sender sender = new Sender(new Sender.Setup(node, watcher, signing(), settings.transactions().lanes(),
          settings.transactions().watch().settled()), own);
      return new Chain(node, watcher, sender, clocks, new Unresolved());
    });
  }

  private EventLoopGroup loop() {
    EventLoopGroup open = loop;
    if (open == null) {
      open = injector.loop("chain-watcher");
      loop = open;
    }
    return open;
  }

  private SigningLane signing() {
    SigningLane open = signing;
    if (open == null) {
      open = SigningLane.open();
      signing = open;
    }
    return open;
  }

  /** The chains that anything was sent on. */
  Collection<Chain> all() {
    return chains.values();
  }

  /** How the signers got on. */
  synchronized ObjectNode signers() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (signing != null) {
      SigningLane.Figures figures = signing.figures();
      json.put("done", figures.done())
          .put("waiting", figures.waiting())
          .put("most", figures.most())
          .put("p99", figures.p99());
    }
    return json;
  }

  /** Nobody is looked after and nothing is signed any more. */
  synchronized void stop() {
    chains.values().forEach(chain -> {
      chain.sender().close();
      chain.watcher().close();
    });
    if (signing != null) {
      signing.close();
    }
  }

  /** Ends the event loop, after all clients: a connection on a loop that has ended is never closed, and who waits for that, waits for ever. */
  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the loop ends by itself, at the latest with the process
  public synchronized void close() {
    if (loop != null) {
      loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
  }
}
