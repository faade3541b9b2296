package lifecycle;

import cli.ReportCommand;
import history.JournalFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import load.LoadFile;
import load.Roles;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import protocol.wallet.WalletRequest;
import rig.wallet.WalletRig;
import rig.wallet.WalletRigOptions;
import simulations.wallet.LoadFileReplaySimulation;
import targets.TargetJson;

import static org.assertj.core.api.Assertions.assertThat;

/** Two injectors share one load file and one set of wallets. */
final class TwoInjectorsTest {

  private static final Set<String> INSTRUCTIONS = Set.of("create channel", "create ledger channel", "update channel",
      "close channel");

  @TempDir
  private Path folder;

  @Test
  void eachJobIsCarriedOutOnceAndTheCountsAddUp() throws Exception {
    Path load = Orders.channels(folder, 20, Orders.UNFUNDED_AND_LENT);
    try (WalletRig rig = WalletRig.bind(WalletRigOptions.of(Roles.defaults()))) {
      rig.start(_ -> {});
      Path target = Files.writeString(folder.resolve("target.json"), TargetJson.whole(rig.target()).toString());
      String zero = Long.toString(Instant.now().plusSeconds(8).toEpochMilli());
      try (ForkedRun one = injector(0, load, target, zero); ForkedRun other = injector(1, load, target, zero)) {
        assertThat(one.exit()).as(one::output).isZero();
        assertThat(other.exit()).as(other::output).isZero();
        assertThat(carriedOut(one.folder(), other.folder())).isEqualTo(planned(load));
        countsAddUp(one.folder(), other.folder());
      }
    }
  }

  private ForkedRun injector(int index, Path load, Path target, String zero) throws Exception {
    Path results = Files.createDirectory(folder.resolve("injector-" + index));
    return ForkedRun.start(results, LoadFileReplaySimulation.class, "loadFile=" + load, "target=" + target,
        "injector.index=" + index, "injector.count=2", "zero=" + zero, "lead=2s");
  }

  private static Map<String, Integer> planned(Path load) {
    Map<String, Integer> planned = new TreeMap<>();
    LoadFile.read(load, Set.of())
        .jobs()
        .forEach(job -> job.instructions()
            .forEach(
                instruction -> planned.merge(job.id() + " " + WalletRequest.nameOf(instruction), 1, Integer::sum)));
    return planned;
  }

  private static Map<String, Integer> carriedOut(Path... runs) {
    Map<String, Integer> done = new TreeMap<>();
    for (Path run : runs) {
      int before = done.size();
      try (var operations = new JournalFile(run.resolve("history.jsonl")).operations()) {
        operations.filter(operation -> INSTRUCTIONS.contains(operation.kind()))
            .forEach(operation -> done.merge(operation.entity() + " " + operation.kind(), 1, Integer::sum));
      }
      assertThat(done.size()).as("each has a share").isGreaterThan(before);
    }
    return done;
  }

  private static void countsAddUp(Path one, Path other) throws Exception {
    CommandLine report = new CommandLine(new ReportCommand()).setOut(new PrintWriter(new StringWriter()));
    assertThat(report.execute(one.toString(), "--merge", other.toString())).isZero();
    Map<String, Long> sum = new TreeMap<>(counts(one));
    counts(other).forEach((tag, count) -> sum.merge(tag, count, Long::sum));
    assertThat(counts(one.resolve("merged"))).isEqualTo(sum).isNotEmpty();
  }

  /** By series; read with the histograms' own tools. */
  private static Map<String, Long> counts(Path run) throws Exception {
    Map<String, Long> counts = new TreeMap<>();
    try (HistogramLogReader log = new HistogramLogReader(run.resolve("latency.hlog").toFile())) {
      for (EncodableHistogram next = log.nextIntervalHistogram(); next != null; next = log.nextIntervalHistogram()) {
        counts.merge(next.getTag(), ((Histogram) next).getTotalCount(), Long::sum);
      }
    }
    return counts;
  }
}
