package report;

import history.Event;
import history.Invocation;
import history.Journal;
import history.Note;
import history.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class RebuildTest {

  @TempDir
  private Path folder;

  /** A run as it is when it is live: journal and report at once. */
  private RunSummary live(Path run, List<Event> events) throws IOException {
    Files.createDirectories(run);
    try (RunReport report = RunReport.begin(run)) {
      try (Journal journal = Journal.open(run.resolve("history.jsonl"), report)) {
        events.forEach(journal::record);
      }
      return report.write(run);
    }
  }

  @Test
  void theJournalIsEnoughToMakeEverythingAgain() throws IOException {
    List<Event> events = new ArrayList<>(Runs.good(500));
    events.add(Runs.note("fault", "{'title':'order stopped','state':'started'}"));
    events.add(Runs.note("fault", "{'title':'order stopped','state':'healed'}"));
    events.add(Runs.note("settled", "{'complete':true,'rounds':2,'entities':7,'ns':5000000}"));
    events.add(Runs.note("remark", "{'lines':['one','two']}"));
    RunSummary live = live(folder, events);
    assertThat(List.of(live.faults(), live.remarks())).noneMatch(List::isEmpty);
    List<String> files = List.of("summary.json", "verdicts.json", "latency.hlog", "report.html");
    List<String> before = contents(files);
    for (String file : files) {
      Files.delete(folder.resolve(file));
    }
    assertThat(Rebuild.of(folder)).isEqualTo(live);
    assertThat(contents(files)).isEqualTo(before);
  }

  private List<String> contents(List<String> files) throws IOException {
    List<String> contents = new ArrayList<>();
    for (String file : files) {
      contents.add(Files.readString(folder.resolve(file)));
    }
    return contents;
  }

  @Test
  void twoInjectorsAddUpExactly() throws IOException {
    Path a = folder.resolve("a");
    Path b = folder.resolve("b");
    live(a, half(0));
    live(b, half(1));
    RunSummary merged = Rebuild.of(List.of(a, b), folder.resolve("merged"));
    Map<Series, Histogram> sum = LatencyLog.totals(a.resolve("latency.hlog"));
    LatencyLog.totals(b.resolve("latency.hlog")).forEach((series, histogram) -> sum.get(series).add(histogram));
    assertThat(LatencyLog.totals(folder.resolve("merged/latency.hlog"))).isEqualTo(sum);
    assertThat(merged.injectors()).isEqualTo(2);
    assertThat(merged.accounting().total().ok()).isEqualTo(400);
    assertThat(merged.accounting().total().scheduled()).isEqualTo(400);
    assertThat(merged.verdicts()).hasSize(1);
    assertThat(merged.good()).isTrue();
  }

  /** Every other operation of a run of 400, at 100 per second. */
  private static List<Event> half(int from) {
    List<Event> events = new ArrayList<>(List.of(Runs.head(), Runs.plan(200)));
    for (int i = from; i < 400; i += 2) {
      Invocation asked = Runs.asked(i, i * 10L);
      events.add(asked);
      events.add(Runs.ended(asked, 1 + i % 77, Outcome.OK));
    }
    events.add(Runs.holds());
    events.add(Runs.end("completed"));
    return events;
  }

  @Test
  void oneInjectorThatWasKilledSpoilsTheWhole() throws IOException {
    Path a = folder.resolve("a");
    Path b = folder.resolve("b");
    live(a, half(0));
    List<Event> killed = half(1);
    live(b, killed.subList(0, killed.size() - 1));
    assertThat(Rebuild.of(List.of(a, b), folder.resolve("merged")).end()).isEqualTo("killed");
  }

  @Test
  void aCutJournalIsRebuiltAndSaysSo() throws IOException {
    live(folder, Runs.good(10));
    Path journal = folder.resolve("history.jsonl");
    String text = Files.readString(journal);
    Files.writeString(journal, text.substring(0, text.indexOf("turn numbers")));
    RunSummary summary = Rebuild.of(folder);
    assertThat(summary.journal().cut()).isTrue();
    assertThat(summary.accounting().total().ok()).isEqualTo(10);
    assertThat(summary.end()).isEqualTo("killed");
  }

  @Test
  void aFolderWithoutAJournalIsRefusedAndLeftAsItIs() {
    assertThatThrownBy(() -> Rebuild.of(folder)).isInstanceOf(NoSuchFileException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anEmptyJournalMakesAReportThatSaysSo() throws IOException {
    Files.createFile(folder.resolve("history.jsonl"));
    RunSummary summary = Rebuild.of(folder);
    assertThat(summary.good()).isFalse();
    assertThat(summary.verdict()).startsWith("nothing was asked of the target");
  }

  @Test
  void thePageShowsVerdictWitnessesAndPlots() throws IOException {
    List<Event> events = new ArrayList<>(Runs.good(300));
    events.add(Runs.note("verdict",
        "{'title':'credit is conserved','verdict':'broken','count':1,'summary':'5 wei','witnesses':['job <7>']}"));
    Note crash = Runs.note("crash", "{'request':'close channel','user':3,'problem':'NullPointerException'}");
    events.add(crash);
    live(folder, events);
    String page = Files.readString(folder.resolve("report.html"));
    assertThat(page).contains("1 invariant broken, 1 crash", "credit is conserved", "<li>job &lt;7&gt;</li>",
        "close channel: NullPointerException", "<path class=\"response\" d=\"M", "response over time");
    assertThat(page).doesNotContain("http://", "https://", "{{");
  }
}
