package lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rig.chain.InstalledAnvil;
import rig.wallet.Anomaly;
import simulations.wallet.LoadFileReplaySimulation;

import static org.assertj.core.api.Assertions.assertThat;

/** Each bug that can be planted in the wallets turns its invariants, and the run, red. */
@Execution(ExecutionMode.CONCURRENT)
final class AnomalyRunTest {

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
    try (ForkedRun run = ForkedRun.start(results, LoadFileReplaySimulation.class, "loadFile=" + load(anomaly),
        "anomaly=" + spelled(anomaly), "chain=" + (onChain ? "anvil" : "none"), "lead=2s", "warmUp=off",
        "patience=" + (onChain ? "15s" : "5s"))) {
      assertThat(run.exit()).as(run::output).isEqualTo(2);
      List<JsonNode> broken = broken(run);
      assertThat(broken).as(run::output)
          .extracting(verdict -> verdict.path("title").asText())
          .containsExactlyInAnyOrderElementsOf(foundBy(anomaly));
      assertThat(broken).allMatch(verdict -> !verdict.path("witnesses").isEmpty());
      assertThat(run.output()).containsPattern("VERDICT: .*invariants? broken");
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePageTellsWhatFindsIt(Anomaly anomaly) throws IOException {
    String row = "| `" + spelled(anomaly) + "` |";
    assertThat(Files.readAllLines(Path.of("docs/wallet.md"))).filteredOn(line -> line.startsWith(row))
        .singleElement(InstanceOfAssertFactories.STRING)
        .endsWith("| " + String.join(", ", foundBy(anomaly)) + " |");
  }

  /** All that turn red: the one that looks for such a bug first, then those that see it, too. */
  private static List<String> foundBy(Anomaly anomaly) {
    return switch (anomaly) {
      case TURN_GOES_BACK -> List.of("turn numbers only grow", "both sides hold the same state");
      case SIDES_DIFFER -> List.of("both sides hold the same state", "acknowledged updates are held");
      case MINTED_WEI -> List.of("allocations sum to the funding", "acknowledged updates are held");
      case LOST_UPDATE -> List.of("acknowledged updates are held");
      case FORGOTTEN_CHANNEL -> List.of("every instruction is accounted for");
      case ROW_STAYS_OPEN -> List.of("channels that should close are closed");
      case WITHHELD_PAYOUT, LEAKY_ADJUDICATOR -> List.of("payouts equal the outcome");
      case SKIMMED_DEPOSIT -> List.of("deposits are paid out or locked");
    };
  }

  private static String spelled(Anomaly anomaly) {
    return anomaly.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<JsonNode> broken(ForkedRun run) throws IOException {
    return run.json("verdicts.json")
        .path("verdicts")
        .valueStream()
        .filter(verdict -> verdict.path("verdict").asText().equals("broken"))
        .toList();
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
