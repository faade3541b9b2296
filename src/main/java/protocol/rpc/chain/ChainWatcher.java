package protocol.rpc.chain;

import io.netty.channel.EventLoop;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import protocol.engine.WsTransport;
import protocol.rpc.chain.BlockReceipts.Source;
import protocol.rpc.chain.Tally.Count;
import protocol.rpc.node.Envelope;
import protocol.rpc.node.Node;
import protocol.rpc.node.RpcSocket;

/**
 * Watches a chain for all users: its heads, each block's receipts once, and what becomes of the transactions that are followed.
 *
 * <p>A transaction must be followed before it is sent, or it may be in a block before anybody looks. Nothing is asked beyond the head. A
 * node that is silent, dies or lies ends with nobody being told anything more, never with somebody waiting here: patience is the
 * follower's own.
 */
public final class ChainWatcher implements AutoCloseable {

  private final EventLoop loop;
  private final WatchSettings settings;
  private final Reader reader;
  private final @Nullable RpcSocket socket;
  private final Canon canon;
  private final Ancestry ancestry;
  private final Heads heads;
  private final Tally tally = new Tally();
  private final Ledger ledger = new Ledger(tally);
  private final BlockReceipts receipts;
  private final List<Consumer<Header>> listeners = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Header> ready = new CompletableFuture<>();
  private boolean askingFinality;

  private ChainWatcher(Node node, @Nullable RpcSocket socket, EventLoop loop, WatchSettings settings) {
    this.loop = loop;
    this.settings = settings;
    this.socket = socket;
    this.reader = new Reader(node, loop);
    this.canon = new Canon(settings.kept());
    this.ancestry = new Ancestry(canon, tally, this::block, this::joined);
    Source source = new Source(reader, loop, tally);
    this.heads = new Heads(source, settings, ancestry::connect);
    this.receipts = new BlockReceipts(source, ledger::contains, canon::contains);
  }

  /** Begins to watch, on an event loop that should be nobody else's: a large block takes it some milliseconds to read. */
  public static ChainWatcher open(Node node, WsTransport transport, EventLoop loop, WatchSettings settings) {
    RpcSocket socket = node.chain().socket().isEmpty() ? null : new RpcSocket(transport, node, loop);
    ChainWatcher watcher = new ChainWatcher(node, socket, loop, settings);
    loop.execute(watcher::start);
    return watcher;
  }

  private void start() {
    if (socket != null) {
      socket.open();
      settings.sights()
          .forEach(sight -> socket.subscribe("[\"" + sight.feed() + "\"]", new Pending(sight, ledger, tally)));
    }
    heads.start(socket);
  }

  /** Completes, on the watcher's thread, with the first head that is known: from there on nothing is missed. */
  public CompletionStage<Header> ready() {
    return ready.minimalCompletionStage();
  }

  /** Tells of each block that joins the chain, the lowest first, on the watcher's thread. */
  public void onBlock(Consumer<Header> listener) {
    listeners.add(listener);
  }

  /** Follows a transaction, from before it is sent; from any thread, in effect at once. */
  public void follow(String hash, Goal goal, Follower follower) {
    ledger.enter(hash, goal, follower);
  }

  /** Follows a transaction no more; from any thread. */
  public void forget(String hash) {
    ledger.leave(hash);
  }

  /** How many transactions are followed, those included whose block is not settled yet. */
  public int followed() {
    return ledger.size();
  }

  /** What it has been through. */
  public Tally tally() {
    return tally;
  }

  private void block(String hash, Consumer<@Nullable Header> told) {
    reader.header("eth_getBlockByHash", "[\"" + hash + "\",false]", false, told);
  }

  private void joined(List<Header> segment) {
    Canon.Change change = canon.join(segment);
    if (!change.left().isEmpty()) {
      tally.add(Count.REORGS);
      tally.add(Count.REMOVED, change.left().size());
      change.left().forEach(block -> tally.add(Count.LEFT, ledger.left(block)));
    }
    for (Header block : change.joined()) {
      listeners.forEach(listener -> listener.accept(block));
      if (!block.empty() && !ledger.isEmpty()) {
        receipts.of(block, (all, time) -> include(block, all, time));
      }
      Header settled = canon.at(block.number() - settings.settled());
      if (settled != null) {
        ledger.settle(settled);
      }
    }
    ledger.grown(canon);
    askForFinality();
    ready.complete(segment.getLast());
  }

  /** Asks for the receipt of a transaction that is followed, as if its block had just been read; from any thread. */
  public void lookUp(String hash) {
    reader.ask("eth_getTransactionReceipt", "[\"" + hash + "\"]", answer -> {
      byte[] result = Reader.result(answer);
      try {
        Receipt receipt = result == null ? null : Receipts.one(result, new Envelope.Span(0, result.length));
        if (receipt != null && receipt.transaction().equals(hash)) {
          place(receipt, answer.ended());
        }
      } catch (IOException e) {
        tally.add(Count.LIES);
      }
    });
  }

  private void place(Receipt receipt, long time) {
    Header known = canon.of(receipt.block());
    if (known != null) {
      ledger.include(known, receipt, time);
      ledger.grown(canon);
      return;
    }
    block(receipt.block(), block -> {
      // Where another block stands now, this one has left the chain.
      if (block != null && block.hash().equals(receipt.block()) && isPast(block.number())) {
        ledger.include(block, receipt, time);
      }
    });
  }

  /** Below all blocks that are known. */
  private boolean isPast(long number) {
    Header tip = canon.tip();
    return tip != null && number < tip.number() && canon.at(number) == null;
  }

  private void include(Header block, List<Receipt> all, long time) {
    if (canon.contains(block.hash())) {
      all.forEach(receipt -> ledger.include(block, receipt, time));
      ledger.grown(canon);
      askForFinality();
    }
  }

  private void askForFinality() {
    if (!ledger.awaitsFinality() || askingFinality) {
      return;
    }
    askingFinality = true;
    reader.header("eth_getBlockByNumber", "[\"safe\",false]", true, safe -> {
      if (safe != null) {
        ledger.safe(safe.number(), safe.arrived());
      }
      reader.header("eth_getBlockByNumber", "[\"finalized\",false]", true, last -> {
        askingFinality = false;
        if (last != null) {
          ledger.finalized(last.number(), last.arrived());
        }
      });
    });
  }

  @Override
  public void close() {
    if (!loop.isShuttingDown()) {
      loop.execute(() -> {
        heads.close();
        if (socket != null) {
          socket.close();
        }
      });
    }
  }
}
