package cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import history.Journal;
import history.Note;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class ReportCommandTest {

  @TempDir
  private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int report(Object... arguments) {
    return Broadside.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.concat(Stream.of("report"), Stream.of(arguments).map(Object::toString)).toArray(String[]::new));
  }

  private Path run(String name) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    try (Journal journal = Journal.open(run.resolve("history.jsonl"), _ -> {})) {
      journal.record(new Note("run", 0, JsonNodeFactory.instance.objectNode().put("simulation", "Replay")));
    }
    return run;
  }

  @Test
  void makesTheReportAgainAndPrintsIt() throws IOException {
    Path run = run("a");
    assertThat(report(run)).isZero();
    assertThat(out.toString()).contains("Replay on unknown target").contains("VERDICT: nothing was asked");
    assertThat(run.resolve("summary.json")).exists();
    assertThat(run.resolve("report.html")).exists();
  }

  @Test
  void addsUpTheRunsOfSeveralInjectors() throws IOException {
    Path run = run("a");
    assertThat(report(run, "--merge", run("b"), run("c"))).isZero();
    assertThat(Files.readString(run.resolve("merged/summary.json"))).contains("\"injectors\" : 3");
  }

  @Test
  void saysWhatToGiveWhenThereIsNoJournal() {
    assertThat(report(folder)).isEqualTo(1);
    assertThat(err.toString()).contains("There is no journal " + folder.resolve("history.jsonl"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void namesTheLineOfADamagedJournal() throws IOException {
    Path journal = run("a").resolve("history.jsonl");
    Files.writeString(journal, "nonsense\n" + Files.readString(journal));
    assertThat(report(folder.resolve("a"))).isEqualTo(1);
    assertThat(err.toString()).contains("history.jsonl:1 cannot be read");
  }
}
