package protocol.rpc;

import history.Outcome;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
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

import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static protocol.rpc.RpcDsl.item;
import static protocol.rpc.RpcDsl.rpc;

final class RpcBatchTest {

  private final FakeNode node = new FakeNode();
  private final ProtocolBench bench = new ProtocolBench();

  RpcBatchTest() {
    bench.with(RpcProtocol.of(bench.engine(), () -> List.of(RpcChain.of("one", 1, node.url())))
        .timeout(Duration.ofMillis(500)));
  }

  @AfterEach
  void close() {
    bench.close();
    node.close();
  }

  @Test
  void eachItemHasItsOwnEnd() throws Exception {
    node.answers("eth_blockNumber", "0x10")
        .answers("eth_getTransactionReceipt", null)
        .on("eth_call", _ -> new Reply.Error(3, "execution reverted"))
        .on("eth_gasPrice", _ -> new Reply.Silence());
    Session session = bench
        .pass(rpc("many").batch(item("head", "eth_blockNumber").check(jsonPath("$.result").saveAs("head")),
            item("receipt", "eth_getTransactionReceipt", "#{hash}"), item("call", "eth_call"),
            item("price", "eth_gasPrice"), item("reverts", "eth_call").errorsAllowed()), Map.of("hash", "0xab"));

    assertThat(bench.rows()).extracting(Row::groups).containsOnly(List.of("many"));
    assertThat(bench.rows()).extracting(Row::name, Row::code)
        .containsExactly(tuple("head", null), tuple("receipt", "null-result"), tuple("call", "reverted"),
            tuple("price", "no-answer"), tuple("reverts", null));
    assertThat(bench.operations()).extracting(one -> one.kind())
        .containsExactly("many: head", "many: receipt", "many: call", "many: price", "many: reverts");
    assertThat(bench.operations().get(3).outcome()).isInstanceOf(Outcome.Unknown.class);
    assertThat(session.getString("head")).isEqualTo("0x10");
    assertThat(session.isFailed()).isTrue();
    assertThat(node.asked.get(1).params().get(0).asText()).isEqualTo("0xab");
  }

  @Test
  void answersAreMatchedByIdInWhateverOrderTheyCome() throws Exception {
    // The ids of the first batch of a run are 1 and 2.
    node.on("eth_blockNumber", _ -> new Reply.Raw(200,
        """
            [{"id":2,"result":"second"},{"id":77,"result":"nobody's"},{"id":1,"result":"first"},{"id":1,"result":"again"}]"""));
    Session session = bench
        .pass(rpc("two").batch(item("first", "eth_blockNumber").check(jsonPath("$.result").saveAs("first")),
            item("second", "eth_blockNumber").check(jsonPath("$.result").saveAs("second"))));
    assertThat(session.getString("first")).isEqualTo("first");
    assertThat(session.getString("second")).isEqualTo("second");
    assertThat(bench.rows()).allMatch(Row::ok);
    assertThat(bench.groups()).containsEntry(List.of("two"), true);
  }

  @Test
  void oneErrorForAllIsTheAnswerToEach() throws Exception {
    node.on("eth_blockNumber", _ -> new Reply.Raw(200, """
        {"id":null,"error":{"code":-32005,"message":"batch too large"}}"""));
    bench.pass(rpc("two").batch(item("first", "eth_blockNumber"), item("second", "eth_blockNumber")));
    assertThat(bench.rows()).hasSize(2).extracting(Row::code).containsOnly("rate-limited");
    assertThat(bench.operations()).hasSize(2)
        .allSatisfy(one -> assertThat(one.outcome()).isInstanceOf(Outcome.Refused.class));
  }

  @Test
  void aBatchThatIsNotAnsweredIsUnknownItemByItem() throws Exception {
    node.on("eth_blockNumber", _ -> new Reply.HangUp());
    bench.pass(rpc("two").batch(item("first", "eth_blockNumber"), item("second", "eth_blockNumber")));
    assertThat(bench.operations()).hasSize(2)
        .allSatisfy(one -> assertThat(one.outcome()).isInstanceOf(Outcome.Unknown.class));
  }

  @Test
  void theItemsMayDependOnTheUser() throws Exception {
    node.answers("eth_getBalance", "0x0");
    bench.pass(rpc("balances").batch(Expression.of(session -> session.<String>getList("who")
        .stream()
        .map(who -> item("balance", "eth_getBalance", who, "latest"))
        .toList())), Map.of("who", List.of("0xa", "0xb", "0xc")));
    assertThat(node.asked).extracting(asked -> asked.params().get(0).asText()).containsExactly("0xa", "0xb", "0xc");

    bench.pass(rpc("none").batch(Expression.constant(List.of())));
    assertThat(bench.crashes()).singleElement().asString().contains("needs an item");
  }
}
