package bench;

import account.Account;
import account.Call;
import account.Fees;
import account.Transaction;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import history.RunClock;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lifecycle.Run;
import org.jspecify.annotations.Nullable;
import protocol.engine.Engine;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static protocol.rpc.RpcDsl.rpc;
import static protocol.rpc.RpcDsl.settleTransactions;
import static protocol.rpc.RpcDsl.transfer;

/**
 * Sixty-four users who send as fast as they are answered, for some seconds each: {@code wrk} with always the same bytes, ours with always
 * the same bytes, ours with a transaction each, nonce, fees, signature and following included; and again.
 */
public final class CeilingSimulation extends Simulation {

  static final String MARK = "ceiling: ";
  static final int USERS = 64;

  private static final int COUNT = Integer.getInteger("rounds", 6);
  /** For a look at the profile: nothing but transactions. */
  private static final boolean ALONE = Boolean.getBoolean("alone");
  private static final Duration LENGTH = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NOBODY = "0x" + "ee".repeat(20);

  private final Ground ground = Ground.given();
  private final Engine engine = new Engine(event -> run().record(event), RunClock.startingNow());
  private final Rounds same = new Rounds(COUNT, LENGTH);
  private final Rounds sent = new Rounds(COUNT, LENGTH);
  private final Wrk wrk = new Wrk(engine, ground.url(), raw(), LENGTH);
  private @Nullable Run run;

  {
    ActionBuilder call = rpc("same bytes").call("eth_sendRawTransaction", raw());
    ActionBuilder send = rpc("transfer").sendTransaction(transfer(NOBODY, "1")).untilAccepted();
    PopulationBuilder all = IntStream.range(0, COUNT)
        .boxed()
        .flatMap(round -> ALONE ? Stream.of(during("sent " + round, send, sent.get(round)))
            : Stream.of(scenario("wrk " + round).exec(wrk.blow()).injectOpen(atOnceUsers(1)),
                during("same " + round, call, same.get(round)), during("sent " + round, send, sent.get(round))))
        .toList()
        .reversed()
        .stream()
        .reduce(scenario("settled").exec(settleTransactions(PATIENCE)).injectOpen(atOnceUsers(1)),
            (later, earlier) -> earlier.andThen(later));
    setUp(all).protocols(ground.protocol(engine), wrk);
  }

  private static PopulationBuilder during(String name, ActionBuilder action, Rounds.Round round) {
    return scenario(name).exec(round::begin)
        .during(LENGTH)
        .on(exec(action).exec(round::count))
        .exec(round::end)
        .injectOpen(atOnceUsers(USERS));
  }

  /** A transaction that was signed once. */
  static String raw() {
    BigInteger gwei = BigInteger.valueOf(1_000_000_000);
    return Transaction
        .of(NullNode.CHAIN, 0, Call.transfer(NOBODY, BigInteger.ONE), new Fees(gwei.multiply(BigInteger.TWO), gwei))
        .signedBy(Account.of("0f".repeat(32)))
        .raw();
  }

  @Override
  public void before() {
    try {
      run = Run.begin(Path.of(System.getProperty("results")), getClass().getSimpleName(), engine.clock());
      run.note("run", JsonNodeFactory.instance.objectNode().put("zero", engine.clock().zero().toEpochMilli()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void after() {
    run().end("completed");
    System.out.println(MARK + wrk.told());
    System.out.println(MARK + same.told("ours, the same bytes"));
    System.out.println(MARK + sent.told("ours, a signed transaction each"));
    System.out.println(MARK + String.format(Locale.ROOT, "of wrk's rate: %.2f with the same bytes, %.2f signed",
        same.rate() / wrk.rate(), sent.rate() / wrk.rate()));
  }

  private Run run() {
    if (run == null) {
      throw new IllegalStateException("the run begins in before()");
    }
    return run;
  }
}
