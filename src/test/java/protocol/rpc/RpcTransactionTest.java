package protocol.rpc;

import account.Account;
import account.LaneRules;
import com.fasterxml.jackson.databind.JsonNode;
import history.Invocation;
import history.Note;
import history.Operation;
import history.Outcome;
import history.Phase;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.engine.Expression;
import protocol.engine.ProtocolBench;
import protocol.engine.ProtocolBench.Row;
import protocol.rpc.chain.Goal.Finality;
import protocol.rpc.chain.WatchSettings;
import protocol.rpc.node.Reply;
import protocol.rpc.node.RpcChain;
import protocol.rpc.transaction.FakePool;
import protocol.rpc.transaction.FeePolicy;

import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static protocol.rpc.RpcDsl.rpc;
import static protocol.rpc.RpcDsl.settleTransactions;
import static protocol.rpc.RpcDsl.transfer;

final class RpcTransactionTest {

  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final String NOBODY = "0x" + "ee".repeat(20);

  private final FakePool pool = new FakePool();
  private final ProtocolBench bench = new ProtocolBench();

  RpcTransactionTest() {
    RpcChain chain = RpcChain.of("one", 9001, pool.chain.node.url()).subscribing(pool.chain.node.socket());
    bench.with(RpcProtocol.of(bench.engine(), () -> List.of(chain))
        .timeout(Duration.ofSeconds(2))
        .transactions(TransactionSettings.defaults()
            .lanes(new LaneRules(2, Duration.ofMillis(300), Duration.ofSeconds(30), 0))
            .watch(WatchSettings.defaults().poll(Duration.ofMillis(20))))
        .accounts(() -> List.of(Account.of("11".repeat(32)))));
  }

  @AfterEach
  void close() {
    bench.close();
    pool.close();
  }

  private CompletableFuture<Session> start(ActionBuilder action) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return bench.pass(action);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private Session mined(RpcTransaction transaction) throws Exception {
    CompletableFuture<Session> user = start(transaction);
    await().atMost(DEADLINE).until(() -> pool.size() == 1);
    pool.mine();
    return user.get(20, TimeUnit.SECONDS);
  }

  private Operation operation() {
    return bench.operations().getLast();
  }

  @Test
  void aTransactionIsFollowedIntoItsBlockPhaseByPhase() throws Exception {
    Session user = mined(
        rpc("pay").sendTransaction(transfer(NOBODY, "1 gwei")).check(jsonPath("$.gasUsed").saveAs("gas")));

    assertThat(user.isFailed()).isFalse();
    assertThat(user.getLong(RpcDsl.BLOCK_NUMBER)).isEqualTo(1);
    assertThat(user.getString("gas")).isEqualTo("0x5208");
    assertThat(bench.rows()).extracting(Row::name).containsExactly("queued", "signed", "accepted", "included");
    assertThat(bench.groups()).containsEntry(List.of("pay"), true);
    Operation operation = operation();
    assertThat(operation.entity()).isEqualTo(user.getString(RpcDsl.TRANSACTION_HASH));
    assertThat(operation.phases()).extracting(Phase::name).containsExactly("queued", "signed", "accepted", "included");
    assertThat(operation.asked().get("value").asText()).isEqualTo("0x3b9aca00");
    JsonNode clocks = operation.answered().get("clocks");
    assertThat(clocks.get("header").asLong()).isPositive().isLessThan(clocks.get("receipt").asLong());
    assertThat(clocks.get("block").asLong()).isEqualTo(1_001_000);
    Invocation asked = bench.invocations().getLast();
    assertThat(asked.started()).isGreaterThanOrEqualTo(asked.released()).isGreaterThanOrEqualTo(asked.intended());
  }

  @Test
  void confirmationsAndFinalityAreWaitedForWhenAskedFor() throws Exception {
    CompletableFuture<Session> user = start(
        rpc("pay").sendTransaction(transfer(NOBODY, "1")).untilConfirmed(2).until(Finality.SAFE));
    await().atMost(DEADLINE).until(() -> pool.size() == 1);
    pool.mine();
    pool.chain.mine();
    await().during(Duration.ofMillis(100)).atMost(DEADLINE).until(() -> !user.isDone());
    pool.chain.safe(1);
    pool.chain.mine();
    assertThat(user.get(20, TimeUnit.SECONDS).isFailed()).isFalse();
    assertThat(bench.rows()).extracting(Row::name).endsWith("included", "confirmed", "safe");
  }

  @Test
  void theAnswerOfTheNodeIsEnoughWhenAskedFor() throws Exception {
    Session user = bench.pass(rpc("pay").sendTransaction(transfer(NOBODY, "1")).untilAccepted());
    assertThat(user.isFailed()).isFalse();
    assertThat(bench.rows()).extracting(Row::name).endsWith("accepted");
  }

  @Test
  void aRefusalIsKoWithItsReason() throws Exception {
    pool.before(_ -> new Reply.Error(-32000, "insufficient funds for gas * price + value"));
    Session user = bench.pass(rpc("pay").sendTransaction(transfer(NOBODY, "1")));
    assertThat(user.isFailed()).isTrue();
    assertThat(bench.rows().getLast()).extracting(Row::name, Row::code)
        .containsExactly("accepted", "insufficient-funds");
    assertThat(operation().outcome()).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whatIsNotSentIsAccountedFor() throws Exception {
    bench.pass(rpc("pay").sendTransaction(transfer(NOBODY, "1")).fees(FeePolicy.market().cap("1")));
    assertThat(bench.rows()).singleElement().extracting(Row::name, Row::code).containsExactly("queued", "fee-cap");
    assertThat(bench.invocations()).hasSize(1);
    assertThat(operation().outcome()).isEqualTo(new Outcome.Refused("fee-cap", "the base fee is above the cap"));
  }

  @Test
  void oneThatIsInNoBlockInTimeIsUnknownUntilItIsLookedUp() throws Exception {
    Session user = bench.pass(rpc("pay").sendTransaction(transfer(NOBODY, "1")).within(Duration.ofMillis(400)));
    assertThat(user.isFailed()).isTrue();
    assertThat(bench.rows().getLast()).extracting(Row::name, Row::code).containsExactly("included", "pending");
    assertThat(operation().outcome()).isInstanceOf(Outcome.Unknown.class);
    String hash = operation().entity();
    pool.mine();
    Session settled = bench.pass(settleTransactions(DEADLINE));
    assertThat(settled.isFailed()).isFalse();
    assertThat(operation().kind()).isEqualTo("read transaction");
    assertThat(operation().entity()).isEqualTo(hash);
    assertThat(operation().answered().get("fate").asText()).isEqualTo("included");
    assertThat(note("transactions").get("included").asLong()).isEqualTo(1);
    assertThat(note("inclusion").at("/receipt/count").asLong()).isEqualTo(1);
    assertThat(note("signing").get("done").asLong()).isEqualTo(1);
  }

  private JsonNode note(String name) {
    return bench.events()
        .stream()
        .filter(event -> event instanceof Note note && note.name().equals(name))
        .map(event -> ((Note) event).value())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneThatDoesNotGetItsTurnIsTakenBack() throws Exception {
    for (int i = 0; i < 2; i++) {
      bench.pass(rpc("fill").sendTransaction(transfer(NOBODY, "1")).untilAccepted());
    }
    bench.pass(rpc("pay").sendTransaction(transfer(NOBODY, "1")).within(Duration.ofMillis(200)));
    assertThat(bench.rows().getLast()).extracting(Row::name, Row::code).containsExactly("queued", "no-turn");
    pool.mine();
    assertThat(bench.pass(settleTransactions(DEADLINE)).isFailed()).isFalse();
    assertThat(note("transactions").get("not sent").asLong()).isEqualTo(1);
  }

  @Test
  void accountsAndAmountsMayDependOnTheUser() throws Exception {
    Account other = Account.of("22".repeat(32));
    CompletableFuture<Session> user = CompletableFuture.supplyAsync(() -> {
      try {
        return bench.pass(
            rpc("pay").sendTransaction(transfer("#{to}", "#{n} wei")).from(Expression.of(session -> session.get("me"))),
            Map.of("me", other, "to", NOBODY, "n", 5));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    await().atMost(DEADLINE).until(() -> pool.size() == 1);
    pool.mine();
    user.get(20, TimeUnit.SECONDS);
    assertThat(operation().asked().get("from").asText()).isEqualTo(other.address());
    assertThat(operation().asked().get("value").asText()).isEqualTo("0x5");
  }
}
