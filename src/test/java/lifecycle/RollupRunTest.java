package lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rig.chain.InstalledAnvil;
import simulations.rollup.ReorgSimulation;
import simulations.rollup.TransferStormSimulation;

import static org.assertj.core.api.Assertions.assertThat;

/** Simulations that send transactions, against a real node. */
@Execution(ExecutionMode.CONCURRENT)
final class RollupRunTest {

  @TempDir
  private Path results;

  @BeforeEach
  void needsAChain() {
    InstalledAnvil.path();
  }

  private ForkedRun run(Class<? extends Simulation> simulation, String... settings) throws Exception {
    String[] all = Stream.concat(Stream.of(settings), Stream.of("lead=2s", "seed=5", "senders=40"))
        .toArray(String[]::new);
    return ForkedRun.start(results, simulation, all);
  }

  static Stream<Arguments> runs() {
    return Stream.of(
        Arguments.of(TransferStormSimulation.class, new String[] {"rate=40", "duration=4s", "blockTime=300ms"}),
        Arguments.of(ReorgSimulation.class,
            new String[] {"rate=20", "duration=6s", "every=2s", "blockTime=500ms", "depth=3"}));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("runs")
  void isGreen(Class<? extends Simulation> simulation, String[] settings) throws Exception {
    try (ForkedRun run = run(simulation, settings)) {
      assertThat(run.exit()).as(run::output).isZero();
      assertThat(run.output()).contains("VERDICT: nothing was lost")
          .containsPattern("inclusion on l2, ms from the send +count +min +p50")
          .containsPattern("time of the block +[1-9]")
          .contains("still held by 0 accounts");
      JsonNode chain = run.summary().path("chains").path(0);
      JsonNode transactions = chain.path("transactions");
      long measured = run.summary().at("/accounting/total/scheduled").asLong();
      assertThat(transactions.path("included").asLong()).isEqualTo(transactions.path("submitted").asLong())
          .isGreaterThanOrEqualTo(measured);
      assertThat(chain.at("/inclusion/block/count").asLong()).isGreaterThanOrEqualTo(measured);
      boolean reorganised = chain.at("/watcher/reorgs").asLong() > 0;
      assertThat(reorganised).isEqualTo(simulation.equals(ReorgSimulation.class));
    }
  }

  @Test
  void whatSendersCannotPayIsNeitherLostNorGreen() throws Exception {
    try (ForkedRun run = run(TransferStormSimulation.class, "rate=20", "duration=3s", "allowance=1 gwei",
        "patience=10s", "warmUp=off")) {
      assertThat(run.exit()).as(run::output).isEqualTo(2);
      assertThat(run.output()).contains("insufficient-funds");
      assertThat(run.verdict("every transaction is accounted for").path("verdict").asText()).as(run::output)
          .isNotEqualTo("broken");
      assertThat(run.verdict("money is accounted for to the wei").path("verdict").asText()).isEqualTo("holds");
    }
  }

  @Test
  void tooMuchToSpendIsRefusedBeforeAnythingIsSent() throws Exception {
    try (ForkedRun run = run(TransferStormSimulation.class, "maxSpend=1 gwei")) {
      assertThat(run.exit()).as(run::output).isEqualTo(1);
      assertThat(run.output()).contains("max-spend is 0.000000001 ETH").doesNotContain("\tat ");
    }
  }

  @Test
  void theCapHoldsOverTheWholeRunAndEndsItCleanly() throws Exception {
    try (ForkedRun run = run(TransferStormSimulation.class, "rate=40", "duration=6s", "topUp=1s", "warmUp=off",
        "allowance=0.0001 ether", "maxSpend=0.0092 ether")) {
      assertThat(run.exit()).as(run::output).isEqualTo(2);
      assertThat(run.output()).contains("money: max-spend is");
      assertThat(run.summary().at("/accounting/total/dropped").asLong()).as(run::output).isPositive();
      assertThat(run.verdict("every transaction is accounted for").path("verdict").asText()).isEqualTo("holds");
      assertThat(run.verdict("money is accounted for to the wei").path("verdict").asText()).isEqualTo("holds");
    }
  }

  @Test
  void amountsThatAreNoneAreAllToldBeforeAnythingIsStarted() throws Exception {
    try (ForkedRun run = run(TransferStormSimulation.class, "rate=-1", "allowance=much", "maxSpend=lots")) {
      assertThat(run.exit()).as(run::output).isEqualTo(1);
      assertThat(run.output())
          .contains("-Drate=-1 cannot be used", "-Dallowance=much cannot be used",
              "-DmaxSpend=lots cannot be used: give an amount such as 0.5 ether")
          .doesNotContain("a block every", "\tat ");
    }
  }
}
