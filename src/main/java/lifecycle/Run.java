package lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Event;
import history.History;
import history.Invocation;
import history.Journal;
import history.JournalFile;
import history.Note;
import history.Operation;
import history.Recorder;
import history.RunClock;
import invariant.Invariant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import report.ConsoleSummary;
import report.InjectorSampler;
import report.RunReport;
import report.RunSummary;
import targets.Target;
import targets.TargetJson;

/**
 * A run from the moment its target is there: owns the run folder, the journal and whatever must be closed, and leaves what remains of it
 * in the folder however it ends.
 */
public final class Run implements Recorder {

  private static final long FLUSH_WITHIN = TimeUnit.SECONDS.toMillis(30);

  private final RunFolder folder;
  private final RunClock clock;
  private final Journal journal;
  private final RunReport report;
  private final Owned owned = new Owned();
  private final LongAdder open = new LongAdder();
  private final ScheduledExecutorService ticks = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("run").daemon().factory());
  private volatile boolean judged;
  private final Ending ending = new Ending(this::close);

  private Run(RunFolder folder, RunClock clock, RunReport report, Journal journal) {
    this.folder = folder;
    this.clock = clock;
    this.report = report;
    this.journal = journal;
  }

  /**
   * Begins a run: from here on an interrupted, terminated or crashed process still leaves its results.
   *
   * @param results the folder of all runs
   * @param simulation the simulation's simple class name
   */
  public static Run begin(Path results, String simulation, RunClock clock) throws IOException {
    RunFolder folder = RunFolder.create(results, simulation);
    RunReport report = RunReport.begin(folder.path());
    Run run = new Run(folder, clock, report, Journal.open(folder.path().resolve(RunFolder.JOURNAL), report));
    run.own(InjectorSampler.start(run, clock));
    run.ticks.scheduleWithFixedDelay(folder::adopt, 200, 200, TimeUnit.MILLISECONDS);
    run.ending.watch();
    return run;
  }

  /** Keeps where the run's figures come from: what the simulation says of itself, the target, the code and the machine. */
  public void head(ObjectNode simulation, Target target) throws IOException {
    note("run", Header.of(simulation).put("target", target.name()).put("zero", clock.zero().toEpochMilli()));
    Files.writeString(folder.path().resolve("target.json"), TargetJson.masked(target).toPrettyString() + "\n");
  }

  /** Where what remains of the run is kept. */
  public Path folder() {
    return folder.path();
  }

  /** Keeps how many operations of each kind are scheduled; empty when that is known only when it is over. */
  public void plan(Map<String, Long> scheduled) {
    ObjectNode counts = JsonNodeFactory.instance.objectNode();
    scheduled.forEach(counts::put);
    note("plan", JsonNodeFactory.instance.objectNode().set("scheduled", counts));
  }

  /** Has something closed when the run ends, before what was given earlier. */
  public <T extends AutoCloseable> T own(T resource) {
    return owned.add(resource);
  }

  @Override
  public void record(Event event) {
    switch (event) {
      case Invocation _ -> open.increment();
      case Operation _ -> open.decrement();
      case Note _ -> {
      }
    }
    journal.record(event);
  }

  /** Keeps something that is not an operation. */
  public void note(String name, JsonNode value) {
    record(new Note(name, clock.now(), value));
  }

  /** Keeps many such things, and waits until they are kept: for a run's set-up. */
  public void notes(String name, Stream<? extends JsonNode> values) {
    journal.recordAll(values.map(value -> new Note(name, clock.now(), value)));
  }

  /** Whether operations are still without an end. */
  public boolean pending() {
    return open.sum() > 0;
  }

  /** Judges the run as it now is; blocks. */
  public List<Judgement.Row> judge(List<Invariant> invariants) {
    folder.adopt(); // at the latest: when the last user has left, Gatling's folder is not known any more
    List<Judgement.Row> rows = new Judgement(this, invariants).judge(history());
    judged = true;
    return rows;
  }

  /** Whether the run came as far as its judgement. */
  public boolean judged() {
    return judged;
  }

  /** The run so far, in figures. */
  RunSummary summary() {
    return report.summary();
  }

  /** How many events found no room in the journal. */
  long lost() {
    return journal.lost();
  }

  /** Everything recorded so far; throws {@link IllegalStateException} when the journal cannot be brought so far. */
  public History history() {
    if (!journal.flush(FLUSH_WITHIN)) {
      throw new IllegalStateException(
          "the journal lags behind, or is not written any more: nothing can be judged by it");
    }
    return new JournalFile(folder.path().resolve(RunFolder.JOURNAL));
  }

  /**
   * Ends the run: closes what it owns, writes what remains. Never throws; only the first call does anything.
   *
   * @param reason {@code completed}, {@code cut short}, {@code interrupted} …
   */
  public void end(String reason) {
    ending.come(reason);
  }

  private void close(String reason) {
    ticks.shutdown();
    owned.close();
    journal.flush(FLUSH_WITHIN);
    drop();
    note("end", JsonNodeFactory.instance.objectNode().put("reason", reason));
    journal.close();
    folder.adopt();
    try {
      Progress.tell("%n%s%n%nResults in %s", ConsoleSummary.of(report.write(folder.path())), folder.path());
    } catch (IOException | RuntimeException e) {
      Progress.tell("The results in %s are incomplete (%s); make them again with: broadside report %s", folder.path(),
          e, folder.path());
    }
  }

  /** What was scheduled and never started was given up: it is said so, or the accounts would not balance. */
  private void drop() {
    ObjectNode dropped = JsonNodeFactory.instance.objectNode();
    for (RunSummary.Request request : summary().requests()) {
      Long scheduled = request.counts().scheduled();
      if (scheduled != null && scheduled > request.counts().started()) {
        dropped.put(request.name(), scheduled - request.counts().started());
      }
    }
    if (!dropped.isEmpty()) {
      note("dropped", JsonNodeFactory.instance.objectNode().set("dropped", dropped));
    }
  }
}
