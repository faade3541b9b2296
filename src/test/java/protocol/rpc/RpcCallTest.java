package protocol.rpc;

import history.Outcome;
import io.gatling.javaapi.core.Session;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.engine.Expression;
import protocol.engine.ProtocolBench;
import protocol.engine.ProtocolBench.Row;
import protocol.rpc.node.FakeNode;
import protocol.rpc.node.Reply;
import protocol.rpc.node.RpcChain;

import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static protocol.rpc.RpcDsl.rpc;

final class RpcCallTest {

  private final FakeNode node = new FakeNode();
  private final FakeNode other = new FakeNode();
  private final ProtocolBench bench = new ProtocolBench();

  RpcCallTest() {
    play(RpcChain.of("one", 1, node.url()), RpcChain.of("two", 2, other.url()));
  }

  private void play(RpcChain... chains) {
    bench.with(RpcProtocol.of(bench.engine(), () -> List.of(chains)).timeout(Duration.ofMillis(500)));
  }

  @AfterEach
  void close() {
    bench.close();
    node.close();
    other.close();
  }

  @Test
  void parametersMayHoldExpressionsInAnyDepth() throws Exception {
    node.answers("eth_call", "0x2a");
    bench.pass(rpc("ask").call("eth_call", Map.of("to", "#{to}", "data", List.of("0x", "#{n}")), "#{tag}-1", null, 5,
        Expression.of(session -> session.getInt("n") + 1)), Map.of("to", "0xab", "n", 7, "tag", "t"));

    assertThat(node.asked).singleElement().satisfies(asked -> {
      assertThat(asked.method()).isEqualTo("eth_call");
      assertThat(asked.params()).isEqualTo(Reply.JSON.readTree("""
          [{"to":"0xab","data":["0x",7]},"t-1",null,5,8]"""));
    });
    assertThat(bench.rows()).containsExactly(new Row(List.of(), "ask", true, null, null));
  }

  @Test
  void checksLookAtTheAnswerAndSave() throws Exception {
    node.answers("eth_getBlockByNumber", Map.of("number", "0x10", "hash", "0xbeef"));
    Session session = bench.pass(rpc("block").call("eth_getBlockByNumber", "latest", false)
        .check(jsonPath("$.result.number").is("0x10"), jmesPath("result.hash").saveAs("hash"))
        .check(regex("beef")));
    assertThat(session.getString("hash")).isEqualTo("0xbeef");
    assertThat(session.isFailed()).isFalse();
  }

  @Test
  void aFailedCheckIsKoAndNobodyKnowsWhatHappened() throws Exception {
    node.answers("eth_blockNumber", "0x1");
    Session session = bench.pass(rpc("head").call("eth_blockNumber").check(jsonPath("$.result").is("0x2")));
    assertThat(session.isFailed()).isTrue();
    assertThat(bench.rows()).singleElement().extracting(Row::code).isEqualTo("check");
    assertThat(bench.operations()).singleElement()
        .satisfies(operation -> assertThat(operation.outcome()).isInstanceOf(Outcome.Unknown.class));
  }

  @Test
  void anErrorIsKoUnlessAllowed() throws Exception {
    node.on("eth_sendRawTransaction", _ -> new Reply.Error(-32000, "nonce too low"));
    bench.pass(rpc("send").call("eth_sendRawTransaction", "0x00"));
    bench.pass(rpc("expected").call("eth_sendRawTransaction", "0x00")
        .errorsAllowed()
        .check(jsonPath("$.error.message").is("nonce too low")));

    assertThat(bench.rows()).containsExactly(
        new Row(List.of(), "send", false, "nonce-too-low", "nonce-too-low: nonce too low"),
        new Row(List.of(), "expected", true, null, null));
    assertThat(bench.operations())
        .allSatisfy(operation -> assertThat(operation.outcome()).as("the history tells what happened, expected or not")
            .isEqualTo(new Outcome.Refused("nonce-too-low", "nonce too low")));
  }

  @Test
  void aNullResultIsKoUnlessAllowed() throws Exception {
    node.answers("eth_getTransactionReceipt", null);
    bench.pass(rpc("receipt").call("eth_getTransactionReceipt", "0x1"));
    bench.pass(rpc("allowed").call("eth_getTransactionReceipt", "0x1").nullAllowed());
    assertThat(bench.rows()).extracting(Row::code).containsExactly("null-result", null);
  }

  @Test
  void answersThatAreNoneAreUnknown() throws Exception {
    for (String body : Arrays.asList("<html>", "{}", "{\"id\":0,\"result\":1}", "[]")) {
      node.on("eth_blockNumber", _ -> new Reply.Raw(200, body));
      bench.pass(rpc("head").call("eth_blockNumber"));
    }
    assertThat(bench.rows()).hasSize(4).extracting(Row::code).containsOnly("wrong-answer");
    assertThat(bench.operations())
        .allSatisfy(operation -> assertThat(operation.outcome()).isInstanceOf(Outcome.Unknown.class));
  }

  @Test
  void silenceAndBrokenConnectionsAreUnknownAndStatusesTellTheirOwn() throws Exception {
    for (Reply reply : List.of(new Reply.Silence(), new Reply.HangUp(), new Reply.Raw(502, "bad"),
        new Reply.Raw(429, "slow"), new Reply.Raw(404, "?"),
        new Reply.Raw(400, "{\"id\":null,\"error\":{\"code\":-32600,\"message\":\"bad\"}}"))) {
      node.on("eth_blockNumber", _ -> reply);
      bench.pass(rpc("head").call("eth_blockNumber"));
    }
    assertThat(bench.rows()).extracting(Row::code)
        .containsExactly("timeout", "closed", "status-502", "rate-limited", "status-404", "invalid");
    assertThat(bench.operations()).extracting(operation -> operation.outcome() instanceof Outcome.Unknown)
        .containsExactly(true, true, true, false, false, false);
  }

  @Test
  void chainsAreToldApartByName() throws Exception {
    node.answers("eth_chainId", "0x1");
    other.answers("eth_chainId", "0x2");
    bench.pass(rpc("id").call("eth_chainId").check(jsonPath("$.result").is("0x1")));
    bench.pass(rpc("id").on("#{which}").call("eth_chainId").check(jsonPath("$.result").is("0x2")),
        Map.of("which", "two"));
    bench.pass(rpc("id").on("three").call("eth_chainId"));

    assertThat(bench.rows()).hasSize(2).allMatch(Row::ok);
    assertThat(bench.crashes()).singleElement().asString().contains("no chain 'three'", "one, two");
    assertThat(bench.invocations()).extracting(one -> one.asked().get("chain").asText()).containsExactly("one", "two");
  }

  @Test
  void oneEndpointStandsInForAnother() throws Exception {
    play(RpcChain.of("one", 1, node.url()).reading(other.url(), node.url()));
    node.answers("eth_blockNumber", "0x1");
    other.on("eth_blockNumber", _ -> new Reply.Raw(500, "broken"));
    Session session = bench.pass(rpc("head").call("eth_blockNumber"));

    assertThat(session.isFailed()).isFalse();
    // User 7 is at home with the second of two, and is served there; only then the first is asked.
    assertThat(bench.rows()).containsExactly(new Row(List.of("head"), "read 2", true, null, null));
    node.die();
    bench.pass(rpc("head").call("eth_blockNumber"));
    assertThat(bench.rows()).extracting(Row::name).endsWith("read 2", "read 1");
    assertThat(bench.rows().get(1).code()).as("whether the broken connection was noticed before")
        .isIn("connect", "closed");
    assertThat(bench.rows().get(2).code()).isEqualTo("status-500");
    assertThat(bench.groups()).containsEntry(List.of("head"), false);
  }

  @Test
  void whatMayHaveHappenedIsNotAskedAgainElsewhere() throws Exception {
    URI nobody = URI.create("http://127.0.0.1:1");
    play(RpcChain.of("one", 1, node.url()).sending(node.url(), nobody));
    node.answers("eth_sendRawTransaction", "0x1");
    Session session = bench.pass(rpc("send").call("eth_sendRawTransaction", "0x0"));
    assertThat(session.isFailed()).as("nothing arrived at the first: the second may be asked").isFalse();

    node.on("eth_sendRawTransaction", _ -> new Reply.HangUp());
    bench.pass(rpc("lost").call("eth_sendRawTransaction", "0x0"));
    assertThat(node.count("eth_sendRawTransaction")).isEqualTo(2);
    assertThat(bench.operations().getLast().outcome()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void warmUpIsNotMeasuredAndLatencyIsCountedFromWhenItWasDue() throws Exception {
    node.answers("eth_blockNumber", "0x1");
    bench.pass(rpc("head").unmeasured().due(Expression.constant(Duration.ofNanos(5))).call("eth_blockNumber"));
    assertThat(bench.invocations()).singleElement().satisfies(one -> {
      assertThat(one.kind()).isEqualTo("warm-up: head");
      assertThat(one.measured()).isFalse();
      assertThat(one.intended()).isEqualTo(5);
    });
  }
}
