package report;

import history.Event;
import history.Invocation;
import history.Note;
import history.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import report.RunSummary.Balance;
import report.RunSummary.Percentiles;
import report.RunSummary.Request;

/**
 * Makes what remains of a run from its events, in the order of the journal: live, as the journal's listener, or later from its file.
 *
 * <p>Safe to be asked for a summary while events still come.
 */
public final class RunReport implements Consumer<Event>, AutoCloseable {

  private final LatencyLog log;
  private final LatencyRecorder latencies;
  private final Accounting accounting = new Accounting();
  private final Findings findings = new Findings();
  private final InjectorLoad injector = new InjectorLoad();
  private final Map<String, Pace> paces = new TreeMap<>();
  private long first = Long.MAX_VALUE;
  private long latest = Long.MIN_VALUE;

  private RunReport(LatencyLog log) {
    this.log = log;
    this.latencies = new LatencyRecorder(log::write);
  }

  /** Begins a report, and writes latencies of each second to {@code latency.hlog} in the given folder, which may be moved meanwhile. */
  public static RunReport begin(Path folder) throws IOException {
    return new RunReport(LatencyLog.create(folder.resolve(LatencyLog.FILE)));
  }

  @Override
  public synchronized void accept(Event event) {
    first = Math.min(first, event.time());
    latest = Math.max(latest, event.time());
    accounting.accept(event);
    switch (event) {
      case Invocation invocation -> accept(invocation);
      case Operation operation -> latencies.record(operation);
      case Note note -> accept(note);
    }
  }

  private void accept(Invocation invocation) {
    if (invocation.measured()) {
      paces.computeIfAbsent(invocation.kind(), _ -> new Pace()).accept(invocation);
    }
  }

  private void accept(Note note) {
    switch (note.name()) {
      case "machine" -> injector.accept(note.value());
      case "run" -> log.begin(note.value().path("zero").asLong());
      default -> {
        // the findings know
      }
    }
    findings.accept(note);
  }

  /** The run so far, in figures. */
  public synchronized RunSummary summary() {
    Counts total = accounting.total();
    List<String> broken = accounting.broken();
    String verdict = VerdictLine.of(findings, total, broken);
    long zero = findings.head().path("zero").asLong();
    long from = latest < first ? 0 : first;
    return new RunSummary(RunSummary.SCHEMA, findings.head(), findings.injectors(),
        Instant.ofEpochMilli(zero).plusNanos(from).truncatedTo(ChronoUnit.MILLIS).toString(),
        TimeUnit.NANOSECONDS.toMillis(Math.max(from, latest) - from), findings.end(), verdict.equals(VerdictLine.GOOD),
        verdict, new Balance(total, broken), requests(), injector.figures(), findings.crashes(),
        findings.completeness(), findings.verdicts(), findings.gates(), findings.faults(), findings.settled(),
        findings.chains(), findings.signing(), findings.remarks());
  }

  private List<Request> requests() {
    return accounting.kinds().entrySet().stream().map(entry -> request(entry.getKey(), entry.getValue())).toList();
  }

  private Request request(String kind, Counts counts) {
    Map<String, Map<String, Percentiles>> latency = new TreeMap<>();
    for (Map.Entry<Series, Histogram> entry : latencies.whole().entrySet()) {
      Series series = entry.getKey();
      if (series.kind().equals(kind)) {
        latency.computeIfAbsent(series.phase(), _ -> new TreeMap<>())
            .put(series.measure(), Percentiles.of(entry.getValue()));
      }
    }
    Histogram lag = latencies.whole().get(new Series(kind, Series.TOTAL, Series.LAG));
    Pace.Rate rate = paces.getOrDefault(kind, new Pace())
        .rate(counts, lag == null ? 0 : lag.getValueAtPercentile(99), injector.figures());
    return new Request(kind, counts, rate, latency);
  }

  /**
   * Ends the report: writes {@code summary.json}, {@code verdicts.json} and {@code report.html} into the folder where
   * {@code latency.hlog} is by now.
   */
  public RunSummary write(Path folder) throws IOException {
    close();
    RunSummary summary = summary();
    summary.write(folder);
    ReportPage.write(summary, folder);
    return summary;
  }

  /** Finishes {@code latency.hlog}. Harmless when called again. */
  @Override
  public synchronized void close() throws IOException {
    latencies.finish();
    log.close();
  }
}
