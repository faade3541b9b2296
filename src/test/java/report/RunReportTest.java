package report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import history.Event;
import history.Invocation;
import history.Note;
import history.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import report.RunSummary.Percentiles;

import static org.assertj.core.api.Assertions.assertThat;

final class RunReportTest {

  @TempDir
  private Path folder;

  private RunSummary summary(List<Event> events) throws IOException {
    try (RunReport report = RunReport.begin(folder)) {
      events.forEach(report);
      return report.summary();
    }
  }

  private RunSummary goodExcept(Event more) throws IOException {
    List<Event> events = new ArrayList<>(Runs.good(100));
    events.add(events.size() - 1, more);
    return summary(events);
  }

  @Test
  void aGoodRunLostNothing() throws IOException {
    RunSummary summary = summary(Runs.good(100));
    assertThat(summary.good()).isTrue();
    assertThat(summary.verdict()).isEqualTo("nothing was lost");
    assertThat(summary.end()).isEqualTo("completed");
    assertThat(summary.start()).isEqualTo("2023-11-14T22:13:20Z");
    assertThat(summary.durationMs()).isEqualTo(2000);
    assertThat(summary.run().path("seed").asLong()).isEqualTo(42);
    assertThat(summary.accounting().total().ok()).isEqualTo(100);
    Percentiles call = summary.requests().getFirst().latency().get("call").get("service");
    assertThat(call.count()).isEqualTo(100);
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    try (RunReport report = RunReport.begin(folder)) {
      Runs.good(10).forEach(report);
      RunSummary written = report.write(folder);
      assertThat(RunSummary.read(folder.resolve("summary.json"))).isEqualTo(written);
    }
    assertThat(folder).isDirectoryContaining("glob:**/verdicts.json").isDirectoryContaining("glob:**/latency.hlog");
  }

  @Test
  void eachThingThatSpeaksAgainstARunIsInItsVerdict() throws IOException {
    assertThat(
        goodExcept(Runs.note("verdict", "{'title':'x','verdict':'broken','count':2,'summary':'2 lost'}")).verdict())
        .isEqualTo("1 invariant broken");
    assertThat(goodExcept(Runs.note("verdict", "{'title':'x','verdict':'undetermined','summary':'?'}")).verdict())
        .isEqualTo("1 invariant undetermined");
    assertThat(goodExcept(Runs.note("gate", "{'title':'x','holds':false,'why':'0 of 3'}")).verdict())
        .isEqualTo("1 gate does not hold");
    assertThat(goodExcept(Runs.note("crash", "{'request':'x','user':3,'problem':'NPE'}")).verdict())
        .isEqualTo("1 crash");
    assertThat(goodExcept(Runs.note("lost", "{'count':7}")).verdict()).isEqualTo("7 events lost from the journal");
    assertThat(goodExcept(Runs.note("dropped", "{'dropped':{'create channel':2}}")).verdict())
        .isEqualTo("1 account does not balance, 2 operations given up");
    assertThat(goodExcept(Runs.plan(1)).verdict()).isEqualTo("1 account does not balance");
  }

  @Test
  void aRunThatDidNothingIsNotGood() throws IOException {
    RunSummary summary = summary(List.of(Runs.head(), Runs.holds(), Runs.end("completed")));
    assertThat(summary.verdict()).isEqualTo("nothing was asked of the target");
  }

  @Test
  void aRunWithoutAJudgementIsNotGood() throws IOException {
    List<Event> events = new ArrayList<>(Runs.good(10));
    events.removeIf(event -> event instanceof Note(String name, _, _) && name.equals("verdict"));
    assertThat(summary(events).verdict()).isEqualTo("no invariant was judged");
  }

  @Test
  void aRunWithoutAnEndWasKilled() throws IOException {
    List<Event> events = Runs.good(10);
    RunSummary summary = summary(events.subList(0, events.size() - 1));
    assertThat(summary.end()).isEqualTo("killed");
    assertThat(summary.verdict()).isEqualTo("the run was not completed (killed)");
  }

  @Test
  void aRateThatWasReachedHasNoLimit() throws IOException {
    Pace.Rate rate = summary(Runs.good(100)).requests().getFirst().rate();
    assertThat(rate).isEqualTo(new Pace.Rate(100.0, rate.reached(), null));
    assertThat(rate.reached()).isBetween(98.0, 100.0);
  }

  @Test
  void whatIsWantedAtOnceHasNoRate() throws IOException {
    assertThat(summary(Runs.good(10)).requests().getFirst().rate().asked()).isNull();
    assertThat(summary(Runs.good(11)).requests().getFirst().rate().asked()).isEqualTo(100);
  }

  @Test
  void aRateThatWasNotReachedNamesItsLimit() throws IOException {
    assertThat(limit(0, 900)).isEqualTo("schedule lag");
    assertThat(limit(900, 0)).isEqualTo("gating");
    assertThat(limit(0, 900, Runs.note("machine", "{'cpu':0.95,'machineCpu':0.99,'gcMs':0,'ms':1000}")))
        .isEqualTo("cpu");
    assertThat(limit(0, 900, Runs.note("machine", "{'cpu':0.95,'gcMs':200,'ms':1000}")))
        .isEqualTo("garbage collection");
    assertThat(limit(900, 101)).as("what waits long may still be sent late").isEqualTo("schedule lag");
    assertThat(limit(0, 99)).as("on time").isEqualTo("null");
    assertThat(limit(0, 0, Runs.plan(50))).isEqualTo("not all started");
  }

  /** Ten operations a tenth of a second apart, each waiting and then lagging so many milliseconds. */
  private String limit(long gatedMs, long lagMs, Note... more) throws IOException {
    List<Event> events = new ArrayList<>(List.of(more));
    for (int i = 0; i < 10; i++) {
      long intended = i * 100_000_000L;
      long released = intended + gatedMs * 1_000_000;
      Invocation asked = new Invocation(i, 1, Runs.KIND, "", true, intended, released, released + lagMs * 1_000_000,
          JsonNodeFactory.instance.objectNode());
      events.add(asked);
      events.add(Runs.ended(asked, 1, Outcome.OK));
    }
    return String.valueOf(summary(events).requests().getFirst().rate().limit());
  }
}
