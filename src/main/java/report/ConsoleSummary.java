package report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import report.RunSummary.Judged;
import report.RunSummary.Percentiles;
import report.RunSummary.Request;

/** A run on one screen of plain text, the verdict last. */
public final class ConsoleSummary {

  private static final int SHOWN = 3;
  private static final List<String> HEAD = List.of("request", "count", "ok", "refused", "unknown", "p50", "p99",
      "p99.9", "p50", "p99", "p99.9", "lag p99", "asked/s", "reached/s");

  private final RunSummary run;
  private final StringBuilder text = new StringBuilder();

  private ConsoleSummary(RunSummary run) {
    this.run = run;
  }

  /** The text, without a line break at its end. */
  public static String of(RunSummary run) {
    ConsoleSummary summary = new ConsoleSummary(run);
    summary.head();
    summary.table();
    summary.codes();
    summary.rates();
    summary.faults();
    summary.chains();
    summary.verdicts();
    summary.problems();
    summary.remarks();
    return summary.text.append("\nVERDICT: ").append(run.verdict()).toString();
  }

  private void head() {
    line("%s on %s, seed %s: %s after %.1f s", run.run().path("simulation").asText("unknown simulation"),
        run.run().path("target").asText("unknown target"), run.run().path("seed").asText("unknown"), run.end(),
        run.durationMs() / 1000.0);
    line("");
  }

  private void table() {
    Table table = new Table(HEAD);
    run.requests().forEach(request -> table.add(row(request)));
    String[] lines = table.toString().split("\n");
    String head = lines[0];
    // Both groups of percentiles have the same heads, so a line above says which is which.
    int service = head.indexOf("p50");
    int response = head.indexOf("p50", service + 1);
    line("%s%s", " ".repeat(service), "service ms" + " ".repeat(Math.max(1, response - service - 10)) + "response ms");
    for (String line : lines) {
      line("%s", line);
    }
  }

  private static List<String> row(Request request) {
    List<String> row = new ArrayList<>();
    row.add(request.name());
    row.add(Long.toString(request.counts().started()));
    row.add(Long.toString(request.counts().ok()));
    row.add(Long.toString(request.counts().refused()));
    row.add(Long.toString(request.counts().unknown()));
    Map<String, Percentiles> total = request.latency().getOrDefault(Series.TOTAL, Map.of());
    for (String measure : List.of(Series.SERVICE, Series.RESPONSE)) {
      Percentiles latency = total.get(measure);
      row.add(latency == null ? "-" : millis(latency.p50()));
      row.add(latency == null ? "-" : millis(latency.p99()));
      row.add(latency == null ? "-" : millis(latency.p999()));
    }
    Percentiles lag = total.get(Series.LAG);
    row.add(lag == null ? "-" : millis(lag.p99()));
    row.add(rate(request.rate().asked()));
    row.add(rate(request.rate().reached()));
    return row;
  }

  /** What was refused or is unknown, apart by its reason: a target under pressure is not a broken one. */
  private void codes() {
    line("");
    lines("codes",
        run.requests()
            .stream()
            .filter(request -> !request.counts().codes().isEmpty())
            .map(request -> request.name() + ": " + request.counts().codesInWords())
            .toList());
  }

  private void rates() {
    String slow = run.requests()
        .stream()
        .filter(request -> request.rate().limit() != null)
        .map(request -> request.name() + " (limit: " + request.rate().limit() + ")")
        .collect(Collectors.joining(", "));
    line("rate      %s", slow.isEmpty() ? "the injector kept the schedule" : "the schedule was not kept: " + slow);
    line("injector  cpu %.0f %% (machine %.0f %%), garbage collection %.1f %%, heap %d MB", run.injector().cpu() * 100,
        run.injector().machineCpu() * 100, run.injector().gcShare() * 100, run.injector().heapBytes() >> 20);
    Counts total = run.accounting().total();
    String scheduled = total.scheduled() == null ? "" : total.scheduled() + " scheduled, ";
    line("accounts  %s%d started, %d dropped; %s", scheduled, total.started(), total.dropped(),
        run.accounting().broken().isEmpty() ? "every one is accounted for" : "they do not balance:");
    run.accounting().broken().forEach(problem -> line("          - %s", problem));
  }

  private void faults() {
    lines("faults", run.faults().stream().map(Wording::fault).toList());
    lines("settled", Stream.ofNullable(run.settled()).map(Wording::settled).toList());
  }

  private void chains() {
    lines("signing", run.signing().stream().map(Chains::signing).toList());
    for (JsonNode chain : run.chains()) {
      lines("chain", List.of(Chains.accounts(chain), Chains.skew(chain)));
      line("");
      Chains.table(chain).lines().forEach(row -> line("%s", row));
    }
  }

  private void verdicts() {
    line("");
    for (Judged judged : run.verdicts()) {
      line("%-12s  %s: %s", judged.holds() ? "holds" : judged.verdict().toUpperCase(Locale.ROOT), judged.title(),
          judged.summary());
      judged.witnesses().stream().limit(SHOWN).forEach(witness -> line("              - %s", witness));
    }
    run.gates()
        .stream()
        .filter(gate -> !gate.holds())
        .forEach(gate -> line("%-12s  %s: %s", "GATE", gate.title(), gate.why()));
  }

  private void problems() {
    if (run.crashes().count() > 0) {
      line("%-12s  %d, first of them:", "CRASHES", run.crashes().count());
      run.crashes().first().stream().limit(SHOWN).forEach(crash -> line("              - %s", crash));
    }
    if (run.journal().lost() > 0) {
      line("%-12s  %d events found no place in the journal; the history proves nothing", "LOST", run.journal().lost());
    }
    if (run.journal().cut()) {
      line("%-12s  the last line of the journal was cut off and left out", "CUT");
    }
  }

  private void remarks() {
    if (!run.remarks().isEmpty()) {
      line("");
      run.remarks().forEach(remark -> line("%s", remark));
    }
  }

  private static String rate(@Nullable Double perSecond) {
    return perSecond == null ? "-" : String.format(Locale.ROOT, "%.1f", perSecond);
  }

  /** Three digits at most, since more would not be true. */
  static String millis(long micros) {
    double ms = micros / 1000.0;
    return String.format(Locale.ROOT, ms < 10 ? "%.2f" : ms < 100 ? "%.1f" : "%.0f", ms);
  }

  /** Lines below each other, the first with a head. */
  private void lines(String head, List<String> lines) {
    String first = head;
    for (String each : lines) {
      line("%-8s  %s", first, each);
      first = "";
    }
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
