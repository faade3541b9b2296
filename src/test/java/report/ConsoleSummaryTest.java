package report;

import history.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class ConsoleSummaryTest {

  @TempDir
  private Path folder;

  private String text(List<Event> events) throws IOException {
    try (RunReport report = RunReport.begin(folder)) {
      events.forEach(report);
      return ConsoleSummary.of(report.summary());
    }
  }

  @Test
  void aGoodRunIsOneScreenThatEndsWithItsVerdict() throws IOException {
    assertThat(text(Runs.good(100))).isEqualTo("""
        Replay on embedded, seed 42: completed after 2.0 s

                                                       service ms         response ms
        request         count   ok  refused  unknown   p50   p99  p99.9   p50  p99  p99.9  lag p99  asked/s  reached/s
        create channel    100  100        0        0  50.0  99.0    100  53.0  102    103     2.00    100.0       99.7

        rate      the injector kept the schedule
        injector  cpu 0 % (machine 0 %), garbage collection 0.0 %, heap 0 MB
        accounts  100 scheduled, 100 started, 0 dropped; every one is accounted for

        holds         turn numbers only grow: 9 states

        VERDICT: nothing was lost""");
  }

  @Test
  void aBadRunTellsWhatAndWhy() throws IOException {
    List<Event> events = new ArrayList<>(Runs.good(10));
    events.add(Runs.plan(2));
    events.add(Runs.note("verdict",
        "{'title':'x','verdict':'broken','count':4,'summary':'4 of 9','witnesses':['a','b','c','d']}"));
    events.add(Runs.note("gate", "{'title':'y','holds':false,'why':'0 of 3'}"));
    events.add(Runs.note("crash", "{'request':'z','user':3,'problem':'NPE'}"));
    events.add(Runs.note("lost", "{'count':7}"));
    assertThat(text(events)).contains(
        "12 scheduled, 10 started, 0 dropped; they do not balance:\n          - create channel: scheduled 12, but started 10",
        "BROKEN        x: 4 of 9\n              - a\n              - b\n              - c\n", "GATE          y: 0 of 3",
        "CRASHES       1, first of them:\n              - z: NPE (user 3)", "LOST          7 events")
        .doesNotContain("- d\n");
  }

  @Test
  void aRunInWhichNothingHappenedIsOneScreenToo() throws IOException {
    assertThat(text(List.of())).endsWith(
        "VERDICT: nothing was asked of the target, no invariant was judged, " + "the run was not completed (killed)");
  }
}
