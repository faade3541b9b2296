package report;

import com.fasterxml.jackson.databind.JsonNode;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import report.RunSummary.Percentiles;
import report.RunSummary.Request;
import report.RunSummary.Window;

/** The page {@code report.html}: one file, readable offline, the verdict first. */
final class ReportPage {

  static final String FILE = "report.html";

  private static final String TEMPLATE = "/report/page.mustache";

  private ReportPage() {}

  /** Something known about the run. */
  record Fact(String name, String value) {}

  /** An invariant or a gate, and what was found. */
  record Finding(String tone, String word, String title, String summary, List<String> witnesses) {}

  /** The accounts of a request. */
  record AccountRow(String name, Counts counts, String scheduled, String codes, String rate) {}

  /** The percentiles of one series in milliseconds; the request and the phase only where they change. */
  record LatencyRow(String request, String phase, String measure, long count, List<String> values) {}

  /** The plots of a request. */
  record Figure(String name, List<Plot> plots) {}

  /** A window in which something was broken. */
  record FaultRow(String tone, String word, String text) {}

  /** What became of transactions on a chain, and the clocks that timed them. */
  record ChainCard(String accounts, String skew, List<String> head, List<Clock> clocks) {}

  /** What one clock says. */
  record Clock(String name, List<String> values) {}

  /** All that the template shows. */
  record Page(RunSummary run, String title, String tone, String verdict, List<Fact> facts, List<Finding> findings,
      List<FaultRow> faults, List<ChainCard> chains, List<AccountRow> accounts, List<LatencyRow> latencies,
      List<Figure> figures, int width, int height) {}

  /** Writes the page of a run into its folder, whose {@code latency.hlog} it draws. */
  static void write(RunSummary run, Path folder) throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve(FILE))) {
      template().execute(page(run, folder), out);
    }
  }

  private static Template template() throws IOException {
    try (InputStream file = Objects.requireNonNull(ReportPage.class.getResourceAsStream(TEMPLATE), TEMPLATE);
        Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      return Mustache.compiler().emptyStringIsFalse(true).compile(text);
    }
  }

  private static Page page(RunSummary run, Path folder) throws IOException {
    List<Figure> figures = new ArrayList<>();
    Charts.of(run, folder.resolve(LatencyLog.FILE)).forEach((name, plots) -> figures.add(new Figure(name, plots)));
    String verdict = run.verdict().substring(0, 1).toUpperCase(Locale.ROOT) + run.verdict().substring(1);
    return new Page(run, run.run().path("simulation").asText("A run"), run.good() ? "good" : "bad", verdict, facts(run),
        findings(run), run.faults().stream().map(ReportPage::fault).toList(),
        run.chains().stream().map(ReportPage::chain).toList(), accounts(run), latencies(run), figures, Plot.WIDTH,
        Plot.HEIGHT);
  }

  private static List<Fact> facts(RunSummary run) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("target", run.run().path("target").asText()));
    facts.add(new Fact("began", run.start()));
    facts.add(new Fact("took", String.format(Locale.ROOT, "%.1f s, %s", run.durationMs() / 1000.0, run.end())));
    Stream.ofNullable(run.settled()).forEach(settled -> facts.add(new Fact("final state", Wording.settled(settled))));
    facts.add(new Fact("seed", run.run().path("seed").asText()));
    facts.add(
        new Fact("injector", String.format(Locale.ROOT, "%.0f %% cpu (machine %.0f %%), %.1f %% garbage collection",
            run.injector().cpu() * 100, run.injector().machineCpu() * 100, run.injector().gcShare() * 100)));
    run.signing().forEach(signing -> facts.add(new Fact("signing", Chains.signing(signing))));
    facts.add(new Fact("commit", run.run().path("commit").asText()));
    facts.add(new Fact("versions",
        run.run()
            .path("versions")
            .properties()
            .stream()
            .map(entry -> entry.getKey() + " " + entry.getValue().asText())
            .collect(Collectors.joining(", "))));
    facts.add(new Fact("machine", machine(run)));
    facts.add(new Fact("run", run.run().path("run").asText()));
    facts.removeIf(fact -> fact.value().isEmpty());
    return facts;
  }

  private static String machine(RunSummary run) {
    var machine = run.run().path("machine");
    return machine.isMissingNode() ? ""
        : String.format(Locale.ROOT, "%d cores, %.1f GiB, %s", machine.path("cores").asInt(),
            machine.path("memoryBytes").asLong() / (double) (1 << 30), machine.path("os").asText());
  }

  private static List<Finding> findings(RunSummary run) {
    List<Finding> findings = new ArrayList<>();
    run.verdicts()
        .forEach(judged -> findings.add(new Finding(tone(judged.verdict()), judged.verdict(), judged.title(),
            judged.summary(), judged.witnesses())));
    run.gates()
        .forEach(gate -> findings.add(new Finding(gate.holds() ? "good" : "bad", gate.holds() ? "holds" : "closed",
            gate.title(), gate.why(), List.of())));
    return findings;
  }

  private static FaultRow fault(Window window) {
    return new FaultRow(window.isWell() ? "good" : "bad", window.isWell() ? "healed" : "failed", Wording.fault(window));
  }

  private static ChainCard chain(JsonNode chain) {
    var clocks = Chains.rows(chain).stream().map(row -> new Clock(row.getFirst(), row.subList(1, row.size()))).toList();
    return new ChainCard(Chains.accounts(chain), Chains.skew(chain), Chains.head(chain), clocks);
  }

  private static String tone(String verdict) {
    return switch (verdict) {
      case "holds" -> "good";
      case "broken" -> "bad";
      default -> "open";
    };
  }

  private static List<AccountRow> accounts(RunSummary run) {
    List<AccountRow> rows = new ArrayList<>();
    run.requests().forEach(request -> rows.add(account(request.name(), request.counts(), rate(request.rate()))));
    if (rows.size() > 1) {
      rows.add(account("all", run.accounting().total(), ""));
    }
    return rows;
  }

  private static AccountRow account(String name, Counts counts, String rate) {
    return new AccountRow(name, counts, counts.scheduled() == null ? "–" : counts.scheduled().toString(),
        counts.codesInWords(), rate);
  }

  private static String rate(Pace.Rate rate) {
    String asked = perSecond(rate.asked());
    String reached = perSecond(rate.reached());
    String rates = asked.equals(reached) ? asked : asked + " asked, " + reached + " reached";
    return rate.limit() == null ? rates : rates + " (limit: " + rate.limit() + ")";
  }

  private static String perSecond(@Nullable Double rate) {
    return rate == null ? "–" : String.format(Locale.ROOT, "%.1f/s", rate);
  }

  private static List<LatencyRow> latencies(RunSummary run) {
    List<LatencyRow> rows = new ArrayList<>();
    for (Request request : run.requests()) {
      // The operation as a whole comes first, then its phases.
      List<String> phases = new ArrayList<>(request.latency().keySet());
      phases.sort((a, b) -> Boolean.compare(b.equals(Series.TOTAL), a.equals(Series.TOTAL)));
      String name = request.name();
      for (String phase : phases) {
        String shown = phase;
        for (Map.Entry<String, Percentiles> entry : request.latency().getOrDefault(phase, Map.of()).entrySet()) {
          rows.add(new LatencyRow(name, shown, entry.getKey(), entry.getValue().count(), values(entry.getValue())));
          name = "";
          shown = "";
        }
      }
    }
    return rows;
  }

  private static List<String> values(Percentiles latency) {
    return List.of(latency.p50(), latency.p90(), latency.p99(), latency.p999(), latency.max())
        .stream()
        .map(ConsoleSummary::millis)
        .toList();
  }
}
