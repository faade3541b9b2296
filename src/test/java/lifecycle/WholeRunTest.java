package lifecycle;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import rig.chain.InstalledAnvil;
import simulations.wallet.ChannelLifecycleSimulation;
import simulations.wallet.LoadFileReplaySimulation;

import static org.assertj.core.api.Assertions.assertThat;

/** Both simulations against the embedded wallets and chain, from the start to the verdict. */
@Execution(ExecutionMode.CONCURRENT)
final class WholeRunTest {

  private static final long WITH_ALL_FUNDINGS = 3;

  @TempDir
  private Path results;

  @TempDir
  private Path inputs;

  @BeforeEach
  void needsAChain() {
    InstalledAnvil.path();
  }

  @Test
  void aReplayWithEveryKindOfFundingIsGreen() throws Exception {
    Path load = Orders.channels(inputs, 6, Orders.ALL);
    try (ForkedRun run = ForkedRun.start(results, LoadFileReplaySimulation.class, "loadFile=" + load, "lead=3s")) {
      assertThat(run.exit()).as(run::output).isZero();
      Remains.of(run).areWhole("completed");
      assertThat(run.summary().path("verdict").asText()).isEqualTo("nothing was lost");
      assertThat(run.summary().path("verdicts")).hasSize(8)
          .allSatisfy(verdict -> assertThat(verdict.path("verdict").asText()).isEqualTo("holds"));
      assertThat(run.output()).doesNotContain("ERROR").doesNotContain("WARN");
      assertThat(run.children()).isEmpty();
    }
  }

  @Test
  void channelLifecyclesAreGreen() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, ChannelLifecycleSimulation.class, "duration=8s", "rate=2", "lead=5s",
        "seed=" + WITH_ALL_FUNDINGS)) {
      assertThat(run.exit()).as(run::output).isZero();
      Remains.of(run).areWhole("completed");
      assertThat(run.summary().path("verdict").asText()).isEqualTo("nothing was lost");
      String history = Files.readString(run.folder().resolve("history.jsonl"));
      assertThat(history).contains("\"funding\":\"None\"", "\"funding\":\"Ledger\"", "\"funding\":\"Direct\"");
    }
  }
}
