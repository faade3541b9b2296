package cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import load.Instruction;
import load.Job;
import load.LedgerDemand;
import load.LoadFile;

/** What is in a load file, as a screenful of text. */
final class LoadReport {

  private static final List<String> TYPES = List.of("CreateLedgerChannel", "CreateChannel", "UpdateChannel",
      "CloseChannel");
  private static final int ROWS = 20;
  private static final int BAR = 50;
  private static final long[] STEPS = {1, 2, 5};

  private final LoadFile load;
  private final StringBuilder text = new StringBuilder();

  private LoadReport(LoadFile load) {
    this.load = load;
  }

  static String of(LoadFile load) {
    var report = new LoadReport(load);
    report.counts();
    report.rates();
    report.ledgers();
    return report.text.toString();
  }

  private void counts() {
    long open = load.jobs().stream().filter(LoadReport::staysOpen).count();
    line("%s: %,d instructions of %,d jobs over %.1f s; stay open: %,d", load.path(), load.instructions(),
        load.jobs().size(), load.end() / 1000.0, open);
    SortedMap<String, SortedMap<String, Long>> counts = load.counts();
    SortedSet<String> servers = new TreeSet<>();
    counts.values().forEach(each -> servers.addAll(each.keySet()));
    line("");
    var head = new StringBuilder("%-22s".formatted("instructions"));
    servers.forEach(server -> head.append("%12s".formatted(server)));
    line("%s%12s", head, "all");
    for (String type : TYPES) {
      Map<String, Long> perServer = counts.getOrDefault(type, Collections.emptySortedMap());
      var row = new StringBuilder("  %-20s".formatted(type));
      servers.forEach(server -> row.append(String.format(Locale.ROOT, "%,12d", perServer.getOrDefault(server, 0L))));
      line("%s%,12d", row, perServer.values().stream().mapToLong(Long::longValue).sum());
    }
  }

  private void rates() {
    long step = rowLength(load.end());
    int rows = (int) (load.end() / step) + 1;
    long[] due = new long[rows];
    for (Job job : load.jobs()) {
      for (Instruction instruction : job.instructions()) {
        due[(int) (instruction.timestamp() / step)]++;
      }
    }
    long most = 1;
    for (long count : due) {
      most = Math.max(most, count);
    }
    line("");
    line("from (s)   instructions per second");
    for (int row = 0; row < rows; row++) {
      line("%8.1f %12.1f %s", row * step / 1000.0, due[row] * 1000.0 / step, "#".repeat((int) (due[row] * BAR / most)));
    }
  }

  private void ledgers() {
    List<LedgerDemand> demands = LedgerDemand.of(load.jobs().stream().map(Job::instructions));
    if (demands.isEmpty()) {
      return;
    }
    line("");
    line("%-22s%12s%12s%12s%12s%14s", "ledger demand", "wei put in", "channels", "at once", "most lent", "least share");
    List<String> unmet = new ArrayList<>();
    for (LedgerDemand demand : demands) {
      line("  %-20s%,12d%,12d%,12d%,12d%,14d", demand.ledgerJob(), demand.funds(), demand.channels(),
          demand.mostAtOnce(), demand.mostLent(), demand.lowestShare());
      if (!demand.isMet()) {
        unmet.add(demand.ledgerJob());
      }
    }
    if (!unmet.isEmpty()) {
      line("  %s cannot lend what is planned: some of its channels will be refused", String.join(", ", unmet));
    }
  }

  private static boolean staysOpen(Job job) {
    return !(job.instructions().getLast() instanceof Instruction.CloseChannel);
  }

  /** 1, 2 or 5 times a power of ten, in milliseconds, so that the whole fits into the rows. */
  private static long rowLength(long end) {
    for (long power = 100;; power *= 10) {
      for (long step : STEPS) {
        if (end / (step * power) < ROWS) {
          return step * power;
        }
      }
    }
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append(System.lineSeparator());
  }
}
