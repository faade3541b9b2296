package lifecycle;

import java.io.IOException;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run has left in its folder. */
record Remains(ForkedRun run) {

  static Remains of(ForkedRun run) {
    return new Remains(run);
  }

  /** Every file is there and readable, and tells how the run ended. */
  void areWhole(String end) throws IOException {
    Path folder = run.folder();
    for (String file : new String[] {"history.jsonl", "summary.json", "verdicts.json", "latency.hlog", "report.html",
        "target.json"}) {
      assertThat(folder.resolve(file)).exists().isNotEmptyFile();
    }
    assertThat(run.summary().path("end").asText()).isEqualTo(end);
    assertThat(run.json("verdicts.json").path("verdicts").isArray()).isTrue();
    assertThat(run.output()).contains("VERDICT: ").contains("Results in " + folder);
  }
}
