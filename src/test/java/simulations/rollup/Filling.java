package simulations.rollup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import contract.Workbench;
import history.Note;
import invariant.rollup.HowFull;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import load.BlockPace;
import load.BlockPace.Limit;
import protocol.engine.Engine;
import protocol.engine.Expression;
import protocol.engine.Timeline;
import protocol.rpc.RpcDsl;
import protocol.rpc.transaction.GasLimit;
import simulations.Settings;

import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static protocol.rpc.RpcDsl.contractCall;
import static protocol.rpc.RpcDsl.rpc;

/** Blocks that are filled: with how much, by how many transactions, and for how long. */
final class Filling {

  /** The request that fills them. */
  static final String BURN = "burn gas";

  private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
  /** The most that a transaction may use since Osaka (EIP-7825). */
  private static final long MOST = 1 << 24;

  private final Engine engine;
  private final long wanted;
  private final int transactions;
  private final long blocks;
  private final Duration longest;
  private final BlockPace pace;
  private final AtomicLong filled = new AtomicLong(-1);
  private volatile long each;
  private final AtomicReference<Duration> end = new AtomicReference<>(Duration.ZERO);

  /** As the settings say; for so long unless they name a number of blocks. */
  Filling(Engine engine, Settings settings, Duration duration) {
    this.engine = engine;
    this.wanted = settings.number("gasPerBlock", 0);
    this.transactions = settings.count("transactions", 60);
    this.blocks = settings.number("blocks", 0);
    this.longest = blocks == 0 ? duration : settings.duration("duration", Duration.ofMinutes(10));
    this.pace = new BlockPace(transactions);
  }

  /** How many users it takes. */
  int users() {
    return pace.senders();
  }

  /** How many transactions are sent for a block. */
  long transactions() {
    return transactions;
  }

  /** What is wrong with it on a chain whose blocks have so much room. */
  List<String> problems(long room) {
    long gas = wanted == 0 ? room / 2 : wanted;
    each = gas / transactions;
    if (gas > room) {
      return List
          .of(text("-DgasPerBlock=%d cannot be reached: a block has room for %d gas; give at most that", gas, room));
    } else if (each < Workbench.LEAST_BURN) {
      return List
          .of(text("%d gas in %d transactions is %d for each, and one takes %d at least: give fewer -Dtransactions",
              gas, transactions, each, Workbench.LEAST_BURN));
    } else if (each > MOST) {
      return List
          .of(text("%d gas in %d transactions is %d for each, and one may take %d at most: give more -Dtransactions",
              gas, transactions, each, MOST));
    }
    return List.of();
  }

  /**
   * The user sends whenever it may, from the run's zero on until the end.
   *
   * @param leaves looks whether it should go before that
   */
  ChainBuilder goesOn(ChainBuilder leaves) {
    return exec(new Timeline(engine).await(Expression.constant(Duration.ZERO))).exec(this::begins)
        .asLongAs(_ -> isOpen())
        .on(leaves, doIfOrElse(_ -> pace.take()).then(burns()).orElse(pause(LOOK_AGAIN)));
  }

  private Session begins(Session session) {
    end.compareAndSet(Duration.ZERO, Duration.ofNanos(engine.clock().now()).plus(longest));
    return session;
  }

  private ChainBuilder burns() {
    Expression<GasLimit> gas = _ -> new GasLimit.Given(each);
    return exec(session -> session.remove(RpcDsl.BLOCK_NUMBER))
        .exec(rpc(BURN).sendTransaction(contractCall("#{workbench}", Workbench.burn(0).data())).gas(gas))
        .exec(session -> {
          pace.ended(session.contains(RpcDsl.BLOCK_NUMBER));
          return session.markAsSucceeded();
        });
  }

  private boolean isOpen() {
    return end.get().toNanos() > engine.clock().now() && (blocks == 0 || filled.get() < blocks);
  }

  /** A block is there: what was sent for it is kept, but for the first, into whose middle the beginning fell. */
  void blockJoined(long number) {
    if (!isOpen()) {
      return;
    }
    BlockPace.Wave wave = pace.next();
    if (filled.getAndIncrement() >= 0) {
      engine.recorder()
          .record(new Note(HowFull.NOTE, engine.clock().now(),
              JsonNodeFactory.instance.objectNode()
                  .put("block", number)
                  .put("asked", each * transactions)
                  .put("sent", each * wave.sent())
                  .put("limit", name(wave.limit()))));
    }
  }

  private static String name(Limit limit) {
    return limit.name().toLowerCase(Locale.ROOT);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format.replace("%d", "%,d").replace("=%,d", "=%d"), values);
  }
}
