package report;

import history.Event;
import history.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import report.RunSummary.Window;

import static org.assertj.core.api.Assertions.assertThat;

/** What was broken on purpose is in the figures, on the screen and on the page. */
final class FaultsTest {

  @TempDir
  private Path folder;

  private static Note fault(long ms, String title, String state) {
    String json = "{'title':'%s','state':'%s','problem':'no such service'}".formatted(title, state);
    return new Note("fault", TimeUnit.MILLISECONDS.toNanos(ms), Runs.note("fault", json).value());
  }

  private RunSummary summary(Note... faults) throws IOException {
    List<Event> events = new ArrayList<>(Runs.good(200));
    events.addAll(events.size() - 1, List.of(faults));
    try (RunReport report = RunReport.begin(folder)) {
      events.forEach(report);
      return report.write(folder);
    }
  }

  @Test
  void eachStepIsFoundInItsWindow() throws IOException {
    RunSummary run = summary(fault(100, "a", "started"), fault(150, "b", "started"), fault(200, "a", "healed"),
        fault(210, "a", "recovered"), fault(300, "a", "started"), fault(400, "b", "healed"), fault(410, "a", "healed"),
        fault(420, "a", "recovered"), fault(430, "b", "recovered"));
    assertThat(run.faults()).containsExactly(new Window("a", 100, 200L, 210L, null),
        new Window("b", 150, 400L, 430L, null), new Window("a", 300, 410L, 420L, null));
    assertThat(run.good()).isTrue();
    assertThat(RunSummary.read(folder.resolve("summary.json"))).isEqualTo(run);
  }

  @Test
  void whatWentWrongSpeaksAgainstTheRun() throws IOException {
    assertThat(summary(fault(100, "a", "failed")).faults())
        .containsExactly(new Window("a", 100, 100L, null, "no such service"));
    RunSummary undone = summary(fault(100, "a", "started"), fault(101, "a", "healed"), fault(102, "a", "failed"));
    assertThat(undone.faults()).containsExactly(new Window("a", 100, 101L, null, "no such service"));
    assertThat(undone.verdict()).isEqualTo("1 fault failed");
    assertThat(summary(fault(100, "a", "started"), fault(900, "b", "started")).verdict()).isEqualTo("2 faults failed");
  }

  @Test
  void aWindowIsALineOnTheScreen() throws IOException {
    assertThat(ConsoleSummary.of(summary(fault(300, "a", "started"), fault(1500, "a", "healed"),
        fault(1600, "a", "recovered"), fault(1700, "b", "started"), fault(1800, "c", "started"),
        fault(1900, "c", "healed"), fault(1910, "d", "started"), fault(1950, "d", "failed")))).contains("""
            faults    a from 0.3 s for 1.2 s, worked again 0.1 s later
                      b from 1.7 s: NOT HEALED
                      c from 1.8 s for 0.1 s, not seen to work again
                      d from 1.9 s: NOT HEALED, no such service
            """);
  }

  @Test
  void thePlotsOverTimeAreShaded() throws IOException {
    summary(fault(600, "order stopped", "started"), fault(1000, "order stopped", "healed"),
        fault(1100, "order stopped", "recovered"), fault(1200, "b", "started"), fault(90_000, "c", "started"));
    String page = Files.readString(folder.resolve("report.html"));
    // From 0 at 60 to 2.5 s, the middle of the last second, at 544.
    assertThat(page)
        .contains("<h2>Faults</h2>", "order stopped from 0.6 s for 0.4 s, worked again 0.1 s later",
            "<rect class=\"fault\" x=\"176.2\" width=\"77.4\" y=\"12\" height=\"200\"><title>order stopped</title>",
            "<rect class=\"recovery\" x=\"253.6\" width=\"19.4\"", "<title>b</title>")
        .doesNotContain("<title>c</title>");
    assertThat(page.split("<rect class=\"recovery\"")).as("response over time, and ended per second").hasSize(3);
  }

  @Test
  void aRunWithoutFaultsDoesNotSpeakOfThem() throws IOException {
    RunSummary run = summary();
    assertThat(run.faults()).isEmpty();
    assertThat(ConsoleSummary.of(run)).doesNotContain("fault");
    assertThat(Files.readString(folder.resolve("report.html"))).doesNotContain("Faults", "<rect");
  }
}
