package history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JournalFileTest {

  @TempDir
  private Path folder;

  private Path file;

  @BeforeEach
  void aHistoryWithOneOpenOperation() throws IOException {
    file = folder.resolve("history.jsonl");
    Invocation open = Events.asked(1);
    Invocation done = Events.asked(2);
    try (Journal journal = Journal.open(file, _ -> {})) {
      List.of(open, done, Events.ok(done), Events.note("end")).forEach(journal::record);
    }
  }

  private List<Operation> operations() {
    try (var operations = new JournalFile(file).operations()) {
      return operations.toList();
    }
  }

  @Test
  void anOperationThatNeverEndedComesLastAsUnknown() {
    assertThat(operations()).extracting(operation -> operation.invocation().id()).containsExactly(2L, 1L);
    assertThat(operations().getLast().outcome()).isInstanceOfSatisfying(Outcome.Unknown.class,
        outcome -> assertThat(outcome.code()).isEqualTo("no-answer"));
    assertThat(operations().getLast().ended()).as("the latest time of the history").isEqualTo(2520);
  }

  @Test
  void everythingIsInOneStream() {
    try (var events = new JournalFile(file).everything()) {
      assertThat(events.map(event -> event.getClass().getSimpleName())).containsExactly("Operation", "Note",
          "Operation");
    }
  }

  @Test
  void notesCanBeReadAgainAndAgain() {
    JournalFile history = new JournalFile(file);
    for (int time = 0; time < 2; time++) {
      try (var notes = history.notes()) {
        assertThat(notes).containsExactly(Events.note("end"));
      }
    }
  }

  @Test
  void aLastLineThatWasCutIsLeftOutAndTold() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int cut = new String(whole, StandardCharsets.UTF_8).indexOf("ü") + 1;
    Files.write(file, Arrays.copyOf(whole, cut)); // in the middle of a two-byte character
    assertThat(operations()).hasSize(2);
    try (var notes = new JournalFile(file).notes()) {
      assertThat(notes).extracting(Note::name).containsExactly("cut");
    }
  }

  @Test
  void aBrokenLineElsewhereIsAnErrorThatNamesIt() throws IOException {
    List<String> lines = Files.readAllLines(file);
    lines.set(1, lines.get(1).substring(20));
    Files.write(file, lines);
    assertThatThrownBy(this::operations).isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("history.jsonl:2 cannot be read");
  }

  @Test
  void anEndWithoutABeginningIsAnError() throws IOException {
    List<String> lines = Files.readAllLines(file);
    lines.remove(1);
    Files.write(file, lines);
    assertThatThrownBy(this::operations).hasMessageContaining("operation 2 ends without a beginning");
  }

  @Test
  void aFieldThatIsMissingIsAnError() throws IOException {
    Files.writeString(file, "{\"type\":\"invoke\",\"process\":1,\"f\":\"x\"}\n");
    assertThatThrownBy(this::operations).hasMessageContaining("'id' is not a whole number");
  }
}
