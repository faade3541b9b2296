package lifecycle;

import cli.ReportCommand;
import history.JournalFile;
import history.Operation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import simulations.red.ClosesSlowly;
import simulations.wallet.LoadFileReplaySimulation;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A run that is stopped in the middle leaves what it has, and no process. */
@Execution(ExecutionMode.CONCURRENT)
final class InterruptedRunTest {

  private static final int OPERATIONS = 6;
  private static final int SIGNALLED = 128;

  @TempDir
  private Path results;

  @TempDir
  private Path inputs;

  private Path load = Path.of("");

  @BeforeEach
  void aLoadThatLasts() throws Exception {
    load = Orders.lasting(inputs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void anInterruptedRunLeavesItsResults(String signal) throws Exception {
    try (ForkedRun run = started()) {
      List<ProcessHandle> children = run.children();
      run.signal(signal);
      assertThat(run.exit()).isGreaterThan(SIGNALLED);
      Remains.of(run).areWhole("interrupted");
      assertThat(run.summary().path("accounting").path("total").path("ok").asInt()).isGreaterThanOrEqualTo(OPERATIONS);
      areGone(children);
    }
  }

  @Test
  void aRunThatIsInterruptedWhileItClosesLeavesItsResults() throws Exception {
    try (ForkedRun run = ForkedRun.start(results, ClosesSlowly.class, "target=" + Orders.deadTarget(inputs))) {
      run.awaitOutput("it takes a while to close");
      run.signal("TERM");
      assertThat(run.exit()).as(run::output).isGreaterThan(SIGNALLED);
      Remains.of(run).areWhole("completed");
    }
  }

  @Test
  void aKilledRunLeavesAHistoryToReportFrom() throws Exception {
    try (ForkedRun run = started()) {
      List<ProcessHandle> children = run.children();
      run.signal("KILL");
      assertThat(run.exit()).isGreaterThan(SIGNALLED);
      areGone(children);

      Path folder = run.folder();
      assertThat(folder.resolve("summary.json")).doesNotExist();
      assertThat(confirmed(folder)).isGreaterThanOrEqualTo(OPERATIONS);
      assertThat(report(folder)).contains("killed after");
      assertThat(run.summary().path("end").asText()).isEqualTo("killed");
      assertThat(run.summary().path("accounting").path("total").path("ok").asLong()).isEqualTo(confirmed(folder));
      assertThat(Files.size(folder.resolve("report.html"))).isPositive();
    }
  }

  private static String report(Path folder) {
    StringWriter printed = new StringWriter();
    CommandLine command = new CommandLine(new ReportCommand()).setOut(new PrintWriter(printed, true));
    assertThat(command.execute(folder.toString())).isZero();
    return printed.toString();
  }

  private ForkedRun started() throws Exception {
    ForkedRun run = ForkedRun.start(results, LoadFileReplaySimulation.class, "loadFile=" + load, "chain=none",
        "lead=2s", "warmUp=off");
    run.awaitHistory("\"ok\"", OPERATIONS);
    return run;
  }

  private static long confirmed(Path folder) {
    try (var operations = new JournalFile(folder.resolve("history.jsonl")).operations()) {
      return operations.filter(Operation::ok).count();
    }
  }

  private static void areGone(List<ProcessHandle> children) {
    assertThat(children).as("the rig has processes of its own").isNotEmpty();
    await().atMost(ofSeconds(15)).untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
  }
}
