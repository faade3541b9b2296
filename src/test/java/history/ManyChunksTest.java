package history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A history that is read in many pieces. */
final class ManyChunksTest {

  private static final int CHUNK = 1000;
  private static final int OPERATIONS = 500;

  @TempDir
  private Path folder;

  private Path file;
  private final List<Event> told = new ArrayList<>();

  @BeforeEach
  void aHistoryWithOneLongLine() throws IOException {
    file = folder.resolve("history.jsonl");
    told.add(new Note("plan", 1, JsonNodeFactory.instance.objectNode().put("long", "x".repeat(5 * CHUNK))));
    LongStream.range(0, OPERATIONS).mapToObj(Events::asked).forEach(asked -> {
      told.add(asked);
      told.add(Events.ok(asked));
    });
    try (Journal journal = Journal.open(file, _ -> {})) {
      told.forEach(journal::record);
    }
  }

  private List<Event> read() {
    try (var events = new JournalFile(file, CHUNK).events()) {
      return events.toList();
    }
  }

  @Test
  void allComesInOrder() {
    assertThat(read()).isEqualTo(told);
  }

  @Test
  void linesThatAreSpelledOtherwiseAreReadToo() throws IOException {
    List<String> lines = Files.readAllLines(file);
    lines.replaceAll(line -> " " + line.replace(",\"", ", \"") + "\r");
    Files.write(file, lines);
    assertThat(read()).isEqualTo(told);
  }

  @Test
  void theLineAtFaultIsNamedWhereverItIs() throws IOException {
    List<String> lines = Files.readAllLines(file);
    lines.set(700, lines.get(700).replace("}", "]"));
    Files.write(file, lines);
    assertThatThrownBy(this::read).hasMessageContaining("history.jsonl:701 cannot be read");
  }

  @Test
  void anObjectOnTwoLinesIsAnError() throws IOException {
    List<String> lines = Files.readAllLines(file);
    lines.set(700, lines.get(700).replaceFirst(",", ",\n"));
    Files.write(file, lines);
    assertThatThrownBy(this::read).hasMessageContaining("history.jsonl:701 cannot be read");
  }

  @Test
  void aLineWithNothingInItIsAnError() throws IOException {
    List<String> lines = Files.readAllLines(file);
    lines.add(700, "");
    Files.write(file, lines);
    assertThatThrownBy(this::read).hasMessageContaining("history.jsonl:701 cannot be read: no event has the type ''");
  }

  @Test
  void aStreamThatIsLeftEarlyLeavesNoThread() {
    try (var events = new JournalFile(file, CHUNK).events()) {
      assertThat(events.findFirst()).contains(told.getFirst());
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> Thread.getAllStackTraces()
            .keySet()
            .stream()
            .noneMatch(thread -> thread.getName().startsWith("history-")));
  }
}
