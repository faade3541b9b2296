package cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Journal;
import history.Note;
import history.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class HistoryExportCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int history(Object... arguments) {
    return Broadside.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(
            Stream.concat(Stream.of("history"), Stream.of(arguments).map(Object::toString)).toArray(String[]::new));
  }

  /** One of two items that were put into an order at the same time is gone. */
  @BeforeEach
  void aRun() throws IOException {
    Invocation one = asked(1, "add item", "{\"item\":\"i\",\"quantity\":1}");
    Invocation two = asked(2, "add item", "{\"item\":\"j\",\"quantity\":1}");
    Invocation read = asked(300, "read order", "{}");
    try (Journal journal = Journal.open(folder.resolve("history.jsonl"), _ -> {})) {
      Stream
          .of(one, two, one.ended(100, List.of(), Outcome.OK, NullNode.getInstance()),
              two.ended(101, List.of(), Outcome.OK, NullNode.getInstance()), read,
              read.ended(400, List.of(), Outcome.OK, JSON.readTree("{\"items\":[[\"j\",1]]}")),
              new Note("settled", 500, JSON.readTree("{\"complete\":true}")))
          .forEach(journal::record);
    }
  }

  private static Invocation asked(long id, String kind, String value) throws IOException {
    return new Invocation(id, 1, kind, "o", true, id, id, id, JSON.readTree(value));
  }

  @Test
  void whatIsWrittenIsJudgedLikeTheRunItself() {
    assertThat(history("export", folder, "--workload", "list-append")).isZero();
    Path edn = folder.resolve("list-append.edn");
    assertThat(edn).content()
        .startsWith("{:index 0 :type :invoke :f :txn :value [[:append \"o\" 0]] :process 0 :time 1}");
    assertThat(out.toString()).contains(edn + ": 6 lines of a list-append")
        .contains("elle-cli --model list-append " + edn);
    assertThat(history("check", edn, "-w", "list-append")).isEqualTo(1);
    assertThat(history("check", folder.resolve("history.jsonl"), "-w", "list-append")).isEqualTo(1);
    assertThat(out.toString().lines().filter(line -> line.contains("lost update: element 0 of list \"o\""))).hasSize(2);
  }

  @Test
  void formAndFileCanBeChosen() {
    Path json = folder.resolve("cart.json");
    assertThat(history("export", folder, "-w", "set", "--form", "json", "--out", json)).isZero();
    assertThat(json).content().startsWith("[{\"index\":0,\"type\":\"invoke\",\"f\":\"add\",\"value\":\"o i\"");
    assertThat(history("check", json, "-w", "set")).isEqualTo(1);
  }

  @Test
  void whatCannotBeToldIsRefused() throws IOException {
    assertThat(history("export", folder, "-w", "bank")).isEqualTo(2);
    assertThat(err.toString()).contains("cannot be told as bank: runs of checkouts can, as bank, set or list-append");
    assertThat(history("export", folder.resolve("none"), "-w", "set")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no journal " + folder.resolve("none"));
    Path journal = folder.resolve("history.jsonl");
    List<String> lines = Files.readAllLines(journal);
    lines.set(2, "nonsense");
    Files.write(journal, lines);
    assertThat(history("export", folder, "-w", "set")).isEqualTo(2);
    assertThat(history("check", journal, "-w", "set")).isEqualTo(2);
    assertThat(err.toString().lines().filter(line -> line.contains("history.jsonl:3 cannot be read"))).hasSize(2);
  }
}
