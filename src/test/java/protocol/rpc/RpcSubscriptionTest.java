package protocol.rpc;

import history.Invocation;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.engine.ProtocolBench;
import protocol.engine.ProtocolBench.Row;
import protocol.rpc.node.FakeNode;
import protocol.rpc.node.Reply;
import protocol.rpc.node.RpcChain;

import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static protocol.rpc.RpcDsl.rpc;

final class RpcSubscriptionTest {

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final FakeNode node = new FakeNode();
  private final ProtocolBench bench = new ProtocolBench();

  RpcSubscriptionTest() {
    RpcChain chain = RpcChain.of("one", 1, node.url()).subscribing(node.socket());
    bench.with(RpcProtocol.of(bench.engine(), () -> List.of(chain)).timeout(Duration.ofMillis(500)));
  }

  @AfterEach
  void close() {
    bench.close();
    node.close();
  }

  private Session pass(ActionBuilder action, Session session) throws InterruptedException {
    return bench.pass(action, session);
  }

  @Test
  void aUserWaitsForTheNextNotificationAndLooksAtIt() throws Exception {
    Session user = bench.pass(rpc("watch").subscribe("newHeads"));
    node.push("newHeads", Map.of("number", "0x1"));
    node.push("newHeads", Map.of("number", "0x2"));
    var next = rpc("head").notification("newHeads").check(jsonPath("$.params.result.number").saveAs("number"));
    user = pass(next, user);
    assertThat(user.getString("number")).isEqualTo("0x1");
    user = pass(next, user);
    assertThat(user.getString("number")).isEqualTo("0x2");
    user = pass(next.within(Duration.ofMillis(100)), user);
    assertThat(user.isFailed()).as("there is no third").isTrue();
    assertThat(bench.rows()).extracting(Row::name, Row::code)
        .containsExactly(tuple("watch", null), tuple("head", null), tuple("head", null), tuple("head", "timeout"));
    assertThat(bench.invocations()).extracting(Invocation::kind).containsExactly("watch", "head", "head", "head");
    assertThat(bench.operations()).hasSize(4);
  }

  @Test
  void aUserTakesAllThatComesForATime() throws Exception {
    Session user = bench.pass(rpc("watch").subscribe("logs", Map.of("address", "#{who}")).as("transfers"),
        Map.of("who", "0xab"));
    assertThat(node.asked).singleElement()
        .satisfies(asked -> assertThat(asked.params()).isEqualTo(Reply.JSON.readTree("""
            ["logs", {"address": "0xab"}]""")));
    var all = CompletableFuture
        .supplyAsync(() -> passUnchecked(rpc("log").notification("transfers").during(Duration.ofSeconds(1)), user));
    for (int i = 0; i < 5; i++) {
      node.push("logs", i);
    }
    Session after = all.get(10, TimeUnit.SECONDS);
    assertThat(after.getInt(RpcDsl.NOTIFICATIONS)).isEqualTo(5);
    assertThat(bench.rows()).hasSize(6).allMatch(Row::ok);

    Session none = pass(rpc("log").notification("transfers").during(Duration.ofMillis(50)), after);
    assertThat(none.getInt(RpcDsl.NOTIFICATIONS)).isZero();
    assertThat(none.isFailed()).isFalse();
  }

  private Session passUnchecked(ActionBuilder action, Session session) {
    try {
      return pass(action, session);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aUserTakesAsManyAsAreEnough() throws Exception {
    Session user = bench.pass(rpc("watch").subscribe("newHeads"));
    for (int i = 0; i < 10; i++) {
      node.push("newHeads", Map.of("number", i));
    }
    user = pass(rpc("head").notification("newHeads")
        .check(jsonPath("$.params.result.number").ofInt().saveAs("number"))
        .during(DEADLINE)
        .until(session -> session.getInt("number") == 6), user);
    assertThat(user.getInt(RpcDsl.NOTIFICATIONS)).isEqualTo(7);
    user = pass(rpc("head").notification("newHeads").check(jsonPath("$.params.result.number").is("7")), user);
    assertThat(user.isFailed()).as("the rest is still there").isFalse();
  }

  @Test
  void aBrokenConnectionIsOpenedAgainAndToldOf() throws Exception {
    Session user = bench.pass(rpc("watch").subscribe("newHeads"));
    node.dropSockets();
    await().atMost(DEADLINE).until(() -> node.subscribers("newHeads") == 1);
    node.push("newHeads", Map.of("number", "0x9"));
    user = pass(rpc("head").notification("newHeads").within(DEADLINE), user);
    assertThat(user.isFailed()).isFalse();
    assertThat(user.getLong(RpcDsl.BREAKS)).isEqualTo(1);
  }

  @Test
  void whatCannotBeSubscribedToIsKo() throws Exception {
    node.on("eth_subscribe", _ -> new Reply.Error(-32602, "unknown kind"));
    bench.pass(rpc("watch").subscribe("moons"));
    node.die();
    bench.pass(rpc("watch").subscribe("newHeads"));
    assertThat(bench.rows()).extracting(Row::code)
        .satisfiesExactly(code -> assertThat(code).isEqualTo("invalid"),
            code -> assertThat(code).isIn("connect", "closed"));
    bench.pass(rpc("head").notification("newHeads"));
    assertThat(bench.crashes()).singleElement().asString().contains("no subscription 'newHeads'");
  }

  @Test
  void anEndedSubscriptionBringsNothing() throws Exception {
    Session user = bench.pass(rpc("watch").subscribe("newHeads"));
    user = pass(rpc("stop").unsubscribe("newHeads"), user);
    await().atMost(DEADLINE).until(() -> node.count("eth_unsubscribe") == 1 && node.subscribers("newHeads") == 0);
    pass(rpc("head").notification("newHeads"), user);
    assertThat(bench.crashes()).hasSize(1);
  }
}
