package protocol.rpc.transaction;

import account.LaneRules;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import protocol.engine.RpcRequest;
import protocol.engine.SigningLane;
import protocol.rpc.chain.ChainWatcher;
import protocol.rpc.chain.Header;
import protocol.rpc.chain.Reader;
import protocol.rpc.node.Node;
import protocol.rpc.node.Question.Asker;

/**
 * Sends transactions on one chain for all users, and follows each until it is known what became of it. Nothing is asked of the node for a
 * transaction but to take it: fees come with each block, gas is asked for once per kind, nonces once per account. Safe from any thread.
 */
public final class Sender {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final Parts parts;
  private final EventLoop loop;
  private final int settled;
  private final Views views;
  private final Lanes lanes;
  private final Keeper keeper;
  private volatile long tip;
  private volatile boolean closed;

  /**
   * How it is set up.
   *
   * @param node where transactions go
   * @param watcher who follows them
   * @param signing who signs
   * @param rules how patient nonces are
   * @param settled after how many blocks nobody expects a transaction to leave its block
   */
  public record Setup(Node node, ChainWatcher watcher, SigningLane signing, LaneRules rules, int settled) {}

  /** A sender that looks after its lanes on the given event loop, the watcher's. */
  public Sender(Setup setup, EventLoop loop) {
    Reader reader = new Reader(setup.node(), loop);
    this.parts = Parts.of(setup.node(), reader, setup.watcher(), setup.signing());
    this.loop = loop;
    this.settled = setup.settled();
    this.views = new Views(reader);
    this.lanes = new Lanes(views, setup.rules());
    this.keeper = new Keeper(parts, new Asker(loop, 0, RpcRequest.SHARED, setup.node().timeout()));
    setup.watcher().onBlock(block -> tip = block.number());
    loop.execute(this::keep);
  }

  /**
   * Sends; never throws, and never blocks.
   *
   * @return takes the order back as long as it waits for its turn
   */
  public Ticket send(Order order, Progress progress) {
    Census census = parts.census();
    census.started.increment();
    Watched watched = new Watched(progress, new Ticket(), census, true);
    // From the first head on nothing is missed.
    parts.watcher()
        .ready()
        .thenCombine(lanes.of(order.from()), (Header _, AccountLane lane) -> lane)
        .whenComplete((lane, thrown) -> {
          if (thrown == null) {
            new Submission(parts, lane, order, watched).begin();
          } else {
            watched.notSent(thrown);
          }
        });
    return watched.ticket();
  }

  /** Takes an order back that waits for its turn; false when it is too late, and its progress will tell. */
  public boolean takeBack(Ticket ticket) {
    boolean done = ticket.takeBack();
    if (done) {
      parts.census().notSent.increment();
    }
    return done;
  }

  /** How many transactions of ours are in no block yet, as far as is known. */
  public int inFlight() {
    return lanes.opened().stream().mapToInt(lane -> lane.nonces().inFlight()).sum();
  }

  /** What was sent, and what became of it. */
  public Census.Figures figures() {
    return parts.census().figures();
  }

  /** Who has sent, 20-byte lower-case hex with 0x. */
  public Set<String> accounts() {
    return lanes.opened().stream().map(lane -> lane.account().address()).collect(Collectors.toUnmodifiableSet());
  }

  /** The latest quote of fees. */
  public CompletionStage<Quote> quote() {
    return parts.fees().quote();
  }

  /**
   * Waits until each transaction's fate is known, or patience ends; what is open then ends as replaced, expired or unknown, by a last look
   * at each account that the node still allows.
   */
  public CompletionStage<Census.Figures> settle(Duration patience) {
    CompletableFuture<Census.Figures> done = new CompletableFuture<>();
    long deadline = System.nanoTime() + patience.toNanos();
    loop.execute(() -> settle(deadline, done));
    return done;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // looking has nothing to tell through its future
  private void settle(long deadline, CompletableFuture<Census.Figures> done) {
    if (inFlight() == 0) {
      giveUp(List.of(), done);
    } else if (System.nanoTime() > deadline) {
      giveUp(lanes.opened().stream().filter(lane -> lane.nonces().inFlight() > 0).toList(), done);
    } else {
      lookAfter(true);
      loop.schedule(() -> settle(deadline, done), LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void giveUp(List<AccountLane> open, CompletableFuture<Census.Figures> done) {
    AtomicInteger left = new AtomicInteger(open.size() + 1);
    Runnable one = () -> {
      if (left.decrementAndGet() == 0) {
        done.complete(figures());
      }
    };
    for (AccountLane lane : open) {
      views.view(lane.account().address(), lane.nonces().hashes(), view -> {
        lane.nonces().giveUp(view);
        one.run();
      });
    }
    one.run();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // looking has nothing to tell through its future
  private void keep() {
    if (closed || loop.isShuttingDown()) {
      return;
    }
    lookAfter(false);
    lanes.opened().forEach(lane -> lane.settled(tip - settled).forEach(parts.watcher()::forget));
    loop.schedule(this::keep, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void lookAfter(boolean all) {
    long now = System.nanoTime();
    for (AccountLane lane : lanes.opened()) {
      if (lane.needsLook(now, all)) {
        keeper.look(lane, _ -> {});
      }
    }
  }

  /** Looks after nothing any more. */
  public void close() {
    closed = true;
  }
}
