package protocol.rpc.read;

import history.Operation;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import protocol.engine.Expression;
import protocol.engine.ProtocolBench.Row;
import protocol.rpc.node.RpcChain;

import static org.assertj.core.api.Assertions.assertThat;
import static protocol.rpc.read.ReadDsl.askAgain;
import static protocol.rpc.read.ReadDsl.read;

final class ReadTest {

  private static final String BLOCK = "eth_getBlockByNumber [\"0x10\",false]";

  private final ReadStage stage = new ReadStage();

  @AfterEach
  void close() {
    stage.close();
  }

  private void block() {
    stage.one("eth_getBlockByNumber", "[\"#{block}\",false]");
  }

  @Test
  void whatIsForGoodIsToldByItsQuestionAndADigestOfTheAnswer() throws Exception {
    block();
    stage.node.answers("eth_getBlockByNumber", Map.of("number", "0x10", "hash", "0xBB"));
    Session session = stage.bench.pass(read());
    stage.node.answers("eth_getBlockByNumber", Map.of("hash", "0xbb", "number", "0x010"));
    stage.bench.pass(read(), session);
    stage.node.answers("eth_getBlockByNumber", Map.of("hash", "0xbc", "number", "0x10"));
    stage.bench.pass(read());

    assertThat(stage.bench.rows()).hasSize(3)
        .containsOnly(new Row(List.of(), "eth_getBlockByNumber", true, null, null));
    assertThat(stage.bench.operations()).allSatisfy(done -> {
      assertThat(done.kind()).isEqualTo("eth_getBlockByNumber");
      assertThat(done.entity()).isEqualTo(BLOCK);
      assertThat(done.answered().path("endpoint").asText()).isEqualTo("read 1");
    });
    List<String> digests = stage.bench.operations()
        .stream()
        .map(done -> done.answered().path("digest").asText())
        .toList();
    assertThat(digests.get(0)).hasSize(16).isEqualTo(digests.get(1)).isNotEqualTo(digests.get(2));
    assertThat(stage.node.asked.getFirst().params().toString()).isEqualTo("[\"0x10\",false]");
  }

  @Test
  void whatMayChangeHasNeitherEntityNorDigest() throws Exception {
    stage.one("eth_getBalance", "[\"#{address}\",\"#{latest}\"]");
    stage.node.answers("eth_getBalance", "0x5");
    stage.bench.pass(read());
    assertThat(stage.only().entity()).isEmpty();
    assertThat(stage.only().answered().toString()).isEqualTo("{\"endpoint\":\"read 1\"}");
  }

  @Test
  void headsAreToldByTheEndpointThatShowsThem() throws Exception {
    stage.chain("eth_blockNumber", "[]",
        RpcChain.of("l2", 1, stage.node.url()).reading(stage.node.url(), stage.other.url()));
    stage.node.answers("eth_blockNumber", "0x10");
    stage.other.answers("eth_blockNumber", "rubbish");
    stage.bench.pass(read());
    assertThat(stage.bench.groups()).containsOnlyKeys(List.of("eth_blockNumber"));
    stage.bench.pass(askAgain());
    assertThat(stage.bench.operations().subList(1, 5)).extracting(done -> done.answered().toString())
        .containsExactly("{\"endpoint\":\"read 1\",\"head\":16}", "{\"endpoint\":\"read 2\"}",
            "{\"endpoint\":\"read 1\",\"head\":16}", "{\"endpoint\":\"read 2\"}");
  }

  @Test
  void aReadThatIsDueIsLateFromThen() throws Exception {
    block();
    stage.node.answers("eth_getBlockByNumber", Map.of());
    stage.bench.pass(read().due(Expression.constant(Duration.ofMillis(-200))));
    assertThat(stage.only().lag()).isGreaterThan(Duration.ofMillis(200).toNanos());
  }

  @Test
  void stepsAndTheWarmUpHaveNamesOfTheirOwn() throws Exception {
    block();
    stage.node.answers("eth_getBlockByNumber", Map.of());
    stage.bench.pass(read().in("step 01"));
    stage.bench.pass(read().unmeasured());
    assertThat(stage.bench.rows()).containsExactly(
        new Row(List.of("step 01"), "eth_getBlockByNumber", true, null, null),
        new Row(List.of(), "warm-up: read", true, null, null));
    assertThat(stage.bench.operations()).extracting(Operation::kind).containsExactly("step 01", "warm-up: read");
    assertThat(stage.bench.operations()).extracting(done -> done.invocation().measured()).containsExactly(true, false);
  }

  @Test
  void inTheEndEachEndpointIsAskedForItsHeadAndWhatWasAskedOnce() throws Exception {
    block();
    stage.node.answers("eth_getBlockByNumber", Map.of("hash", "0xbb")).answers("eth_blockNumber", "0x20");
    stage.bench.pass(read());
    stage.bench.pass(read());
    stage.bench.pass(askAgain());
    assertThat(stage.bench.operations()).extracting(Operation::kind)
        .endsWith("eth_getBlockByNumber", "ask again", "ask again", "ask again");
    assertThat(stage.bench.operations().subList(2, 5)).extracting(done -> done.asked().path("method").asText())
        .containsExactly("eth_blockNumber", "eth_getBlockByNumber", "eth_blockNumber");
    assertThat(stage.bench.rows().getLast()).isEqualTo(new Row(List.of(), "ask again", true, null, null));
  }
}
