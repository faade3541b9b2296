package protocol.rpc.read;

import com.fasterxml.jackson.databind.JsonNode;
import history.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.engine.ProtocolBench.Row;
import protocol.rpc.node.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static protocol.rpc.read.ReadDsl.askAgain;
import static protocol.rpc.read.ReadDsl.compare;

final class CompareTest {

  private final ReadStage stage = new ReadStage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void theSameAnswerIsOkHoweverItIsSpelled() throws Exception {
    stage.two("eth_getBalance", "[\"#{address}\",\"#{latest}\"]");
    stage.node.answers("eth_getBalance", "0x0A");
    stage.other.answers("eth_getBalance", "0xa");
    stage.bench.pass(compare());
    assertThat(stage.only().outcome()).isEqualTo(Outcome.OK);
    assertThat(stage.only().entity()).isEqualTo("eth_getBalance [\"0x" + "ab".repeat(20) + "\",\"0x10\"]");
    assertThat(stage.only().asked().path("second").asText()).isEqualTo("reth");
    assertThat(stage.bench.rows()).extracting(Row::name).containsExactlyInAnyOrder("geth", "reth");
    assertThat(stage.bench.groups()).isEqualTo(Map.of(List.of("eth_getBalance"), true));
  }

  @Test
  void anotherAnswerIsRefusedAndToldWithItsPlace() throws Exception {
    stage.two("eth_getBlockByNumber", "[\"#{block}\",false]");
    stage.node.answers("eth_getBlockByNumber", Map.of("t", List.of("0x1", "0x2"), "totalDifficulty", "0x1"));
    stage.other.answers("eth_getBlockByNumber", Map.of("t", List.of("0x1", "0x3")));
    stage.bench.pass(compare());
    assertThat(stage.only().outcome()).isEqualTo(new Outcome.Refused("different", "t[]"));
    assertThat(stage.only().answered().toString())
        .isEqualTo("{\"path\":\"t[1]\",\"first\":\"0x2\",\"second\":\"0x3\"}");
    assertThat(stage.bench.groups()).isEqualTo(Map.of(List.of("eth_getBlockByNumber"), false));
    assertThat(stage.bench.rows()).extracting(Row::code).containsExactlyInAnyOrder(null, "different");
  }

  @Test
  void anErrorIsAnAnswerToo() throws Exception {
    stage.two("eth_call", "[{},\"#{latest}\"]");
    stage.node.on("eth_call", _ -> new Reply.Error(3, "execution reverted: no"));
    stage.other.on("eth_call", _ -> new Reply.Error(-32000, "execution reverted"));
    stage.bench.pass(compare());
    assertThat(stage.only().outcome()).isEqualTo(Outcome.OK);
    stage.other.answers("eth_call", null);
    stage.bench.pass(compare());
    JsonNode told = stage.bench.operations().getLast().answered();
    assertThat(told.toString()).isEqualTo("{\"path\":\"error\",\"first\":\"reverted\",\"second\":\"a result\"}");
  }

  @Test
  void whoDoesNotAnswerIsAskedAgainInTheEnd() throws Exception {
    stage.two("eth_getBalance", "[\"#{address}\",\"#{latest}\"]");
    var asked = new AtomicInteger();
    stage.node.answers("eth_getBalance", "0x1");
    stage.other.on("eth_getBalance",
        _ -> asked.incrementAndGet() == 1 ? new Reply.Error(-32005, "rate limit exceeded") : new Reply.Result("0x1"));
    stage.bench.pass(compare());
    assertThat(stage.only().outcome()).isEqualTo(new Outcome.Unknown("rate-limited", "reth: rate limit exceeded"));
    stage.bench.pass(askAgain());
    stage.bench.pass(askAgain());
    assertThat(stage.bench.operations()).as("and only once, when it has then").hasSize(2);
    assertThat(stage.bench.operations().getLast().outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void silenceOfOneLeavesItOpen() throws Exception {
    stage.two("eth_getBalance", "[\"#{address}\",\"#{latest}\"]");
    stage.node.answers("eth_getBalance", "0x1");
    stage.other.on("eth_getBalance", _ -> new Reply.HangUp());
    stage.bench.pass(compare());
    assertThat(stage.only().outcome()).isInstanceOfSatisfying(Outcome.Unknown.class,
        unknown -> assertThat(unknown.code()).isEqualTo("closed"));
    assertThat(stage.bench.rows()).extracting(Row::name, Row::code)
        .containsExactlyInAnyOrder(tuple("geth", null), tuple("reth", "closed"));
  }
}
