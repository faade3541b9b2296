package report;

import history.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Transactions in a run's report. */
final class ChainsTest {

  private static final String CLOCK = "{'count':9,'min':-1200,'p50':500,'p90':900,'p99':1000,'max':1100}";

  @TempDir
  private Path folder;

  private RunSummary summary() throws IOException {
    List<Event> events = new ArrayList<>(Runs.good(3));
    events.addAll(events.size() - 1,
        List.of(
            Runs.note("transactions",
                "{'started':12,'not sent':2,'submitted':10,'waiting':0,'included':7,'reverted':1,'rejected':1,"
                    + "'replaced':0,'expired':0,'unknown':1,'raised':3,'fillers':4,'resent':5,'chain':'l2'}"),
            Runs.note("inclusion",
                "{'header':%s,'block':%s,'receipt':%s,'skew':{'count':4,'min':-3,'first':2500,'last':-3},'chain':'l2'}"
                    .formatted(CLOCK, CLOCK, CLOCK)),
            Runs.note("watcher", "{'heads':61,'chain':'l2'}"),
            Runs.note("signing", "{'done':1500,'waiting':0,'most':14,'p99':210}")));
    try (RunReport report = RunReport.begin(folder)) {
      events.forEach(report);
      return report.write(folder);
    }
  }

  @Test
  void theSummaryHasThemForPrograms() throws IOException {
    RunSummary run = summary();
    assertThat(run.chains()).singleElement().satisfies(chain -> {
      assertThat(chain.path("chain").asText()).isEqualTo("l2");
      assertThat(chain.at("/transactions/included").asLong()).isEqualTo(7);
      assertThat(chain.at("/inclusion/block/min").asLong()).isEqualTo(-1200);
      assertThat(chain.at("/watcher/heads").asLong()).isEqualTo(61);
    });
    assertThat(RunSummary.read(folder.resolve("summary.json"))).isEqualTo(run);
  }

  @Test
  void theScreenShowsThreeClocksAndTheAccounts() throws IOException {
    assertThat(ConsoleSummary.of(summary())).contains("signing   1,500 done, at most 14 waiting, 210 µs in line (99 %)")
        .contains(
            "chain     l2: 10 transactions = 7 included + 1 reverted + 1 rejected + 0 replaced + 0 expired + 1 unknown;"
                + " 2 not sent, 3 raised, 4 fillers, 5 sent again")
        .contains("behind ours at first and -3 ms in the end; -3 ms by the quickest of them")
        .containsPattern("inclusion on l2, ms from the send +count +min +p50 +p90 +p99 +max")
        .containsPattern("arrival of the header +9 +-1,200 +500 +900 +1,000 +1,100")
        .containsPattern("time of the block +9 ")
        .containsPattern("receipt seen +9 ")
        .containsPattern("header's arrival minus block's time +4 +-3 ");
  }

  @Test
  void thePageShowsThem() throws IOException {
    summary();
    assertThat(Files.readString(folder.resolve("report.html"))).contains("<h2>Transactions</h2>",
        "<tr><td>time of the block</td><td class=\"figure\">9</td><td class=\"figure\">-1,200</td>",
        "<th class=\"figure\">p99</th>");
  }
}
