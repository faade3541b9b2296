package lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import protocol.rpc.read.Groundwork;
import rig.chain.ChainOptions;
import rig.chain.InstalledAnvil;
import rig.rollup.RollupRig;
import simulations.rollup.RpcReadSimulation;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads of a chain: under load, up to the knee, and of two nodes; and nodes that do not tell the truth. */
@Execution(ExecutionMode.CONCURRENT)
final class RpcReadRunTest {

  private static final int RED = 2;
  private static final int FAILED = 1;
  private static final BiConsumer<String, ObjectNode> HONEST = (_, _) -> {};

  @TempDir
  private Path results;

  @TempDir
  private Path inputs;

  private @Nullable RollupRig rig;

  @BeforeEach
  void needsAChain() {
    InstalledAnvil.path();
  }

  @AfterEach
  void close() {
    if (rig != null) {
      rig.close();
    }
  }

  /** A node of somebody else's, on whose chain something has happened, or not. */
  private URI chain(boolean used) throws IOException {
    RollupRig bound = RollupRig.bind(ChainOptions.of(InstalledAnvil.path())
        .withId(31_337)
        .withBlockTime(Duration.ofMillis(500))
        .withGas(new ChainOptions.Gas(120_000_000, 1_000_000_000))
        .withHistory());
    rig = bound;
    bound.start(_ -> {});
    URI url = bound.target().chains().getFirst().read().getFirst();
    if (used) {
      Groundwork.lay(url, 31_337);
    }
    return url;
  }

  private ForkedRun run(String... settings) throws IOException {
    String[] all = Stream.concat(Stream.of("lead=2s", "seed=5", "duration=4s"), Stream.of(settings))
        .toArray(String[]::new);
    return ForkedRun.start(results, RpcReadSimulation.class, all);
  }

  private String target(URI... urls) throws IOException {
    String all = Arrays.stream(urls).map(url -> '"' + url.toString() + '"').collect(Collectors.joining(", "));
    return "target=" + Files.writeString(inputs.resolve("nodes.conf"),
        "system = rollup\nchains { l2 { id = 31337, url = [" + all + "] } }\n");
  }

  @Test
  void loadIsGreen() throws Exception {
    try (ForkedRun run = run("rate=100")) {
      assertThat(run.exit()).as(run::output).isZero();
      assertThat(run.output()).contains("VERDICT: nothing was lost", "there is to ask about: blocks ");
      assertThat(run.verdict("what is asked twice is answered the same").path("checked").asLong()).isGreaterThan(50);
      assertThat(run.verdict("the head never goes back").path("checked").asLong()).isGreaterThan(10);
    }
  }

  @Test
  void sweepNamesTheKnee() throws Exception {
    try (ForkedRun run = run("mode=sweep", "from=20", "to=80", "steps=3", "step=2s", "limit=2s")) {
      assertThat(run.exit()).as(run::output).isZero();
      // Which step is the last good one is up to the machine.
      assertThat(run.output()).containsPattern("step 01 +20\\.0 +[\\d.]+ +[\\d.]+ +[\\d.]+ +[\\d.]+ +0  ")
          .containsPattern("(no knee up to|the knee is at|no knee: no step was good)")
          .contains("VERDICT: nothing was lost");
      assertThat(run.summary().path("remarks").toString()).contains("asked/s", "step 01", "knee");
    }
  }

  @Test
  void nodesThatAgreeAreGreen() throws Exception {
    URI node = chain(true);
    try (LyingNode other = new LyingNode(node, HONEST);
        ForkedRun run = run("mode=equality", "rate=50", "depth=1", target(node, other.url()))) {
      assertThat(run.exit()).as(run::output).isZero();
      assertThat(run.output()).contains("VERDICT: nothing was lost",
          "left out, since the answer may change between two nodes: eth_blockNumber");
      assertThat(run.verdict("both nodes answer the same").path("checked").asLong()).isGreaterThan(50);
    }
  }

  @Test
  void aNodeThatLiesIsRed() throws Exception {
    URI node = chain(true);
    try (LyingNode liar = new LyingNode(node, RpcReadRunTest::lieAboutGas);
        ForkedRun run = run("mode=equality", "rate=50", "depth=1", target(node, liar.url()))) {
      assertThat(run.exit()).as(run::output).isEqualTo(RED);
      JsonNode verdict = run.verdict("both nodes answer the same");
      assertThat(verdict.path("verdict").asText()).isEqualTo("broken");
      assertThat(verdict.path("witnesses").path(0).asText())
          .matches("eth_getTransactionReceipt \\[\"0x\\p{XDigit}{64}\"]: gasUsed is 0x\\p{XDigit}+ at l2 1, "
              + "and 0xbad at l2 2");
      assertThat(run.output()).contains("different: gasUsed");
    }
  }

  private static void lieAboutGas(String method, ObjectNode answer) {
    if (method.equals("eth_getTransactionReceipt") && answer.path("result") instanceof ObjectNode receipt) {
      receipt.put("gasUsed", "0xbad");
    }
  }

  @Test
  void aNodeThatChangesItsMindAboutThePastIsRed() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (LyingNode liar = new LyingNode(chain(true), (method, answer) -> {
      if (method.equals("eth_getTransactionByHash") && asked.incrementAndGet() > 10) {
        answer.putNull("result");
      } else if (method.equals("eth_blockNumber") && asked.get() > 10) {
        answer.put("result", "0x1");
      }
    }); ForkedRun run = run("rate=100", "depth=1", target(liar.url()))) {
      assertThat(run.exit()).as(run::output).isEqualTo(RED);
      assertThat(run.verdict("what is asked twice is answered the same").path("witnesses").toString())
          .contains("and with nothing by read 1");
      assertThat(run.verdict("the head never goes back").path("witnesses").toString())
          .contains("read 1 shows block 1 as its head after block ");
    }
  }

  @Test
  void aChainOnWhichNothingHasHappenedIsAskedWhatItCanBe() throws Exception {
    try (ForkedRun run = run("rate=50", target(chain(false)))) {
      assertThat(run.exit()).as(run::output).isZero();
      assertThat(run.output()).contains("left out: eth_getTransactionReceipt, since no transaction was found in")
          .contains("VERDICT: nothing was lost");
    }
  }

  @Test
  void whatCannotBeUsedIsToldBeforeAnythingIsSent() throws Exception {
    Path methods = Files.writeString(inputs.resolve("methods.csv"), "method,weight,params\neth_gasPrice,0,[]\n");
    try (ForkedRun run = run("mode=equality", "methods=" + methods)) {
      assertThat(run.exit()).as(run::output).isEqualTo(FAILED);
      assertThat(run.output())
          .contains("preflight failed, nothing was sent (2 problems)", "-Dmode=equality compares two nodes")
          .contains(methods + " cannot be used: 1 problem", "line 2, weight: '0' is wrong; give a number above 0");
    }
  }
}
