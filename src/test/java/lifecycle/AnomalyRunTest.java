package lifecycle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rig.chain.InstalledAnvil;
import rig.wallet.Anomaly;
import simulations.wallet.LoadFileReplaySimulation;

import static org.assertj.core.api.Assertions.assertThat;

/** Each bug that can be planted in the wallets turns its invariant, and the run, red. */
@Execution(ExecutionMode.CONCURRENT)
final class AnomalyRunTest {

  private static final Map<Anomaly, String> FOUND_BY = Map.of(Anomaly.TURN_GOES_BACK, "turn numbers only grow",
      Anomaly.SIDES_DIFFER, "both sides hold the same state", Anomaly.MINTED_WEI, "allocations sum to the funding",
      Anomaly.FORGOTTEN_CHANNEL, "every instruction is accounted for", Anomaly.ROW_STAYS_OPEN,
      "channels that should close are closed", Anomaly.WITHHELD_PAYOUT, "payouts equal the outcome",
      Anomaly.LEAKY_ADJUDICATOR, "payouts equal the outcome", Anomaly.SKIMMED_DEPOSIT,
      "deposits are paid out or locked", Anomaly.LOST_UPDATE, "acknowledged updates are held");

  private static final Set<Anomaly> ON_CHAIN = EnumSet.of(Anomaly.WITHHELD_PAYOUT, Anomaly.LEAKY_ADJUDICATOR,
      Anomaly.SKIMMED_DEPOSIT);

  @TempDir
  private Path results;

  @TempDir
  private Path inputs;

  @ParameterizedTest
  @EnumSource
  void aPlantedBugIsFound(Anomaly anomaly) throws Exception {
    boolean onChain = ON_CHAIN.contains(anomaly);
    if (onChain) {
      InstalledAnvil.path();
    }
    String name = anomaly.name().toLowerCase(Locale.ROOT).replace('_', '-');
    try (ForkedRun run = ForkedRun.start(results, LoadFileReplaySimulation.class, "loadFile=" + load(anomaly),
        "anomaly=" + name, "chain=" + (onChain ? "anvil" : "none"), "lead=2s", "warmUp=off",
        "patience=" + (onChain ? "15s" : "5s"))) {
      assertThat(run.exit()).as(run::output).isEqualTo(2);
      var verdict = run.verdict(FOUND_BY.get(anomaly));
      assertThat(verdict.path("verdict").asText()).as(run::output).isEqualTo("broken");
      assertThat(verdict.path("witnesses")).isNotEmpty();
      assertThat(run.output()).containsPattern("VERDICT: .*invariants? broken");
    }
  }

  private Path load(Anomaly anomaly) throws IOException {
    return switch (anomaly) {
      // One in five channels is forgotten, when it has been quiet: enough of them that some are.
      case FORGOTTEN_CHANNEL -> Orders.quiet(inputs);
      // The ledger channel stays open, and its money covers what the payouts of the others lack.
      case SKIMMED_DEPOSIT -> Orders.channels(inputs, 5, Orders.DIRECT_AND_LENT);
      default -> Orders.channels(inputs, 5, ON_CHAIN.contains(anomaly) ? Orders.DIRECT : Orders.NONE);
    };
  }
}
