package history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(20)
final class JournalTest {

  private static final long PATIENCE = 10_000;

  @TempDir
  private Path folder;

  private final List<Event> heard = new ArrayList<>();

  private Path file() {
    return folder.resolve("history.jsonl");
  }

  private Journal journal() throws IOException {
    return Journal.open(file(), heard::add);
  }

  private List<Event> written() {
    try (var events = new JournalFile(file()).events()) {
      return events.toList();
    }
  }

  @Test
  void everyKindOfEventIsReadBackAsItWas() throws IOException {
    Invocation first = Events.asked(1);
    Invocation second = Events.asked(2);
    Invocation third = Events.asked(3);
    List<Event> all = List.of(Events.note("run"), first, second, third, Events.ok(second),
        Events.ended(first, new Outcome.Refused("not-my-turn", "it is B's turn: \"no\"")),
        Events.ended(third, new Outcome.Unknown("timeout", "nothing after 10 s")), Events.note("end"));
    try (Journal journal = journal()) {
      all.forEach(journal::record);
    }
    assertThat(written()).isEqualTo(all);
    assertThat(heard).isEqualTo(all);
  }

  @Test
  void linesHaveTheFormOfAJepsenHistory() throws IOException {
    Invocation asked = Events.asked(1);
    try (Journal journal = journal()) {
      journal.record(asked);
      journal.record(Events.ok(asked));
      journal.record(Events.ended(Events.asked(1), Outcome.OK)); // ends twice
    }
    assertThat(Files.readAllLines(file())).containsExactly(
        "{\"id\":1,\"type\":\"invoke\",\"process\":5,\"f\":\"create channel\",\"entity\":\"job-1\",\"measured\":true,"
            + "\"time\":1020,\"intended\":1000,\"released\":1010,\"value\":{\"server\":\"A\"}}",
        "{\"id\":1,\"type\":\"ok\",\"process\":5,\"f\":\"create channel\",\"time\":1520,"
            + "\"phases\":[[\"call\",1020,1120]],\"value\":{\"turn\":3}}",
        "{\"type\":\"note\",\"f\":\"unasked\",\"time\":1520,"
            + "\"value\":{\"id\":1,\"f\":\"create channel\",\"measured\":true,\"type\":\"ok\"}}");
  }

  @Test
  void flushWaitsUntilEverythingBeforeItIsInTheFile() throws IOException {
    try (Journal journal = journal()) {
      for (long id = 1; id <= 1000; id++) {
        journal.record(Events.asked(id));
      }
      assertThat(journal.flush(PATIENCE)).isTrue();
      assertThat(written()).hasSize(1000);
      assertThat(heard).hasSize(1000);
    }
  }

  @Test
  void anEndNeverPrecedesItsBeginningThoughTheyComeFromDifferentThreads() throws Exception {
    try (Journal journal = journal();
        ExecutorService asks = Executors.newSingleThreadExecutor();
        ExecutorService answers = Executors.newSingleThreadExecutor()) {
      Future<?> last = null;
      for (long id = 1; id <= 20_000; id++) {
        Invocation asked = Events.asked(id);
        last = asks.submit(() -> {
          journal.record(asked);
          answers.execute(() -> journal.record(Events.ok(asked)));
        });
      }
      last.get();
    }
    assertThat(written()) // the reader refuses an end without a beginning
        .hasSize(40_000)
        .doesNotHaveAnyElementsOfTypes(Note.class);
  }

  @Test
  void virtualThreadsRecordTooWithoutRingsOfTheirOwn() throws IOException {
    try (Journal journal = journal(); ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      LongStream.rangeClosed(1, 1000).forEach(id -> many.execute(() -> journal.record(Events.asked(id))));
    }
    assertThat(written()).hasSize(1000);
  }

  @Test
  void anExistingHistoryIsNeverOverwritten() throws IOException {
    Files.writeString(file(), "precious");
    assertThatThrownBy(this::journal).isInstanceOf(FileAlreadyExistsException.class);
  }
}
