package bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import history.RunClock;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.LongStream;
import lifecycle.Run;
import org.jspecify.annotations.Nullable;
import protocol.engine.Engine;
import protocol.engine.Expression;
import protocol.engine.Timeline;
import protocol.rpc.RpcTransaction;
import protocol.rpc.RpcVerbs;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static protocol.rpc.RpcDsl.rpc;
import static protocol.rpc.RpcDsl.settleTransactions;
import static protocol.rpc.RpcDsl.transfer;

/**
 * Payments at a steady rate, each due at its own moment, with everything that a run keeps of them. With {@code -Daccepted=true} the node's
 * answer is enough; with {@code -Dunsigned=true} always the same bytes are sent, and nothing is signed or followed.
 */
public final class StormSimulation extends Simulation {

  static final String NAME = "transfer";

  private static final String DUE = "due";
  private static final String NOBODY = "0x" + "ee".repeat(20);
  private static final Duration WARM_UP = Duration.ofSeconds(Long.getLong("warmUp", 10));
  private static final Duration AHEAD = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Ground ground = Ground.given();
  private final int rate = Integer.getInteger("rate");
  private final int seconds = Integer.getInteger("seconds");
  private final Engine engine = new Engine(event -> run().record(event), RunClock.startingNow());
  private @Nullable Run run;

  {
    Expression<Duration> due = session -> session.get(DUE);
    PopulationBuilder payers = scenario("payers").feed(moments())
        .exec(new Timeline(engine).await(due), paid(rpc(NAME).due(due)))
        .injectOpen(nothingFor(WARM_UP), constantUsersPerSec(rate).during(seconds));
    PopulationBuilder early = scenario("early").exec(paid(rpc("warm up").unmeasured()))
        .injectOpen(rampUsersPerSec(10).to(rate).during(WARM_UP));
    PopulationBuilder settled = scenario("settled").exec(settleTransactions(PATIENCE)).injectOpen(atOnceUsers(1));
    setUp(early, payers.andThen(settled)).protocols(ground.protocol(engine));
  }

  private static ActionBuilder paid(RpcVerbs verbs) {
    if (Boolean.getBoolean("unsigned")) {
      return verbs.call("eth_sendRawTransaction", CeilingSimulation.raw());
    }
    RpcTransaction payment = verbs.sendTransaction(transfer(NOBODY, "1"));
    return Boolean.getBoolean("accepted") ? payment.untilAccepted() : payment;
  }

  private Iterator<Map<String, Object>> moments() {
    return LongStream.range(0, (long) rate * seconds)
        .mapToObj(number -> Map.<String, Object>of(DUE, Duration.ofNanos(number * 1_000_000_000L / rate)))
        .iterator();
  }

  @Override
  public void before() {
    try {
      engine.clock().moveTo(Instant.now().plus(WARM_UP).plus(AHEAD));
      run = Run.begin(Path.of(System.getProperty("results")), getClass().getSimpleName(), engine.clock());
      run.note("run",
          JsonNodeFactory.instance.objectNode()
              .put("zero", engine.clock().zero().toEpochMilli())
              .put("simulation", NAME));
      run.plan(Map.of(NAME, (long) rate * seconds));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void after() {
    run().end("completed");
  }

  private Run run() {
    if (run == null) {
      throw new IllegalStateException("the run begins in before()");
    }
    return run;
  }
}
