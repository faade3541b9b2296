package report;

import history.Event;
import history.Invocation;
import history.Note;
import history.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import report.RunSummary.Settled;

import static org.assertj.core.api.Assertions.assertThat;

/** What else a run has to say: codes apart, the time to consistency, remarks. */
final class RemarksTest {

  @TempDir
  private Path folder;

  private RunSummary summary(Event... more) throws IOException {
    List<Event> events = new ArrayList<>(Runs.good(10));
    events.addAll(events.size() - 1, List.of(more));
    try (RunReport report = RunReport.begin(folder)) {
      events.forEach(report);
      return report.write(folder);
    }
  }

  private String page() throws IOException {
    return Files.readString(folder.resolve("report.html"));
  }

  private static Note settled(boolean complete, int ms) {
    return Runs.note("settled", "{'complete':%s,'rounds':3,'entities':40,'ns':%d000000}".formatted(complete, ms));
  }

  @Test
  void theTimeToConsistencyIsTold() throws IOException {
    RunSummary run = summary(settled(true, 1250));
    assertThat(run.settled()).isEqualTo(new Settled(true, 3, 40, 1250));
    String line = "time to consistency 1.3 s, seen by 3 rounds over 40 entities";
    assertThat(ConsoleSummary.of(run)).contains("settled   " + line + "\n");
    assertThat(page()).contains("<dd>" + line + "</dd>");
    assertThat(RunSummary.read(folder.resolve("summary.json"))).isEqualTo(run);
  }

  @Test
  void whatDidNotSettleIsToldLoudly() throws IOException {
    assertThat(ConsoleSummary.of(summary(settled(false, 60_000))))
        .contains("settled   NOT SETTLED, no two in a row of 3 rounds over 40 entities agreed\n");
  }

  @Test
  void severalInjectorsHaveSettledWhenAllHave() throws IOException {
    assertThat(summary(settled(true, 100), settled(true, 200)).settled()).isEqualTo(new Settled(true, 3, 80, 200));
    assertThat(summary(settled(false, 100), settled(true, 200)).settled()).isEqualTo(new Settled(false, 3, 80, 200));
  }

  @Test
  void remarksStandAboveTheVerdict() throws IOException {
    RunSummary run = summary(Runs.note("remark", "{'lines':['0/0/0/0','as the <original> prints it']}"));
    assertThat(run.remarks()).containsExactly("0/0/0/0", "as the <original> prints it");
    assertThat(ConsoleSummary.of(run))
        .endsWith("\n\n0/0/0/0\nas the <original> prints it\n\nVERDICT: nothing was lost");
    assertThat(page()).contains("0/0/0/0\nas the &lt;original&gt; prints it\n");
    assertThat(page().indexOf("0/0/0/0")).isLessThan(page().indexOf("class=\"verdict"));
  }

  @Test
  void codesAreToldApartTheMostFrequentFirst() throws IOException {
    List<Event> more = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Invocation asked = Runs.asked(100 + i, 100);
      more.add(asked);
      more.add(Runs.ended(asked, 1,
          i < 2 ? new Outcome.Unknown("status-502", "") : new Outcome.Refused("back-pressure", "")));
    }
    RunSummary run = summary(more.toArray(Event[]::new));
    assertThat(ConsoleSummary.of(run)).contains("\n\ncodes     create channel: back-pressure 3, status-502 2\nrate  ");
    assertThat(page()).contains("<td>back-pressure 3, status-502 2</td>");
  }

  @Test
  void aSummaryFromBeforeThereWereFaultsIsRead() throws IOException {
    RunSummary run = summary();
    Path file = folder.resolve("summary.json");
    String json = Files.readString(file);
    assertThat(json).contains("\"faults\" : [ ]").contains("\"chains\" : [ ]").doesNotContain("settled");
    Files.writeString(file, json.replaceAll(
        ",\\s+\"faults\" : \\[ ],\\s+\"chains\" : \\[ ],\\s+\"signing\" : \\[ ],\\s+\"remarks\" : \\[ ]", ""));
    assertThat(Files.readString(file)).doesNotContain("faults");
    assertThat(RunSummary.read(file)).isEqualTo(run);
  }
}
