package history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import report.RunReport;

/**
 * What an operation costs, its beginning and its end together: for the thread that records it, and until it is in the file and counted.
 *
 * <p>A batch fits into a ring; the journal catches up between batches, outside of the time taken on the hot path.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
public class JournalBenchmark {

  private static final int BATCH = 10_000;
  private static final long PATIENCE_MS = 60_000;
  private static final JsonNode ASKED = JsonNodeFactory.instance.objectNode().put("server", "A").put("funding", "None");
  private static final JsonNode ANSWERED = JsonNodeFactory.instance.objectNode()
      .put("channelId", "0x" + "ab".repeat(32))
      .put("status", "running")
      .put("turnNum", 3);

  private final AtomicLong ids = new AtomicLong();
  private final RunClock clock = RunClock.startingNow();
  private Path folder;
  private RunReport report;
  private Journal journal;

  /** Begins a journal that feeds the histograms, as in a run. */
  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("journal-benchmark");
    report = RunReport.begin(folder);
    journal = Journal.open(folder.resolve("history.jsonl"), report);
  }

  /** Ends it; a benchmark that lost events has measured something else. */
  @TearDown
  public void close() throws IOException {
    journal.close();
    report.close();
    Files.delete(folder.resolve("history.jsonl"));
    Files.delete(folder.resolve("latency.hlog"));
    Files.delete(folder);
    if (journal.lost() > 0) {
      throw new IllegalStateException(journal.lost() + " events were lost");
    }
  }

  /** Lets the journal catch up after each batch. */
  @State(Scope.Thread)
  public static class CaughtUp {

    /** Waits for the journal. */
    @TearDown(Level.Invocation)
    public void flush(JournalBenchmark benchmark) {
      benchmark.journal.flush(PATIENCE_MS);
    }
  }

  /** The hot path: what the injector's thread pays, the clock and both records included. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void recorded(CaughtUp afterwards) {
    batch();
  }

  /** The same from two threads at once. */
  @Benchmark
  @Threads(2)
  @OperationsPerInvocation(BATCH)
  public void recordedByTwo(CaughtUp afterwards) {
    batch();
  }

  /** The whole path: until the operation is in the file and in the histograms. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public boolean written() {
    batch();
    return journal.flush(PATIENCE_MS);
  }

  private void batch() {
    for (int i = 0; i < BATCH; i++) {
      long started = clock.now();
      Invocation asked = new Invocation(ids.incrementAndGet(), 7, "update channel", "channel-17", true, started,
          started, started, ASKED);
      journal.record(asked);
      long ended = clock.now();
      journal.record(asked.ended(ended, List.of(new Phase("call", started, ended)), Outcome.OK, ANSWERED));
    }
  }
}
