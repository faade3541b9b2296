package history;

import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
final class JournalLossTest {

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
  void whatFindsNoRoomIsCountedAndTold() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    FileChannel file = FileChannel.open(file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Journal journal = Journal.open(file, _ -> {
      held.countDown();
      await(release);
    }, 16);
    journal.record(Events.asked(1));
    held.await();
    for (long id = 2; id <= 117; id++) {
      journal.record(Events.asked(id));
    }
    release.countDown();
    journal.close();
    assertThat(journal.lost()).isEqualTo(100);
    assertThat(written()).hasSize(18)
        .filteredOn(Note.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(Note.class, note -> assertThat(note.value().get("count").asLong()).isEqualTo(100));
  }

  @Test
  void whatComesAfterTheEndIsLostAndCounted() throws IOException {
    Journal journal = journal();
    journal.close();
    journal.record(Events.note("late"));
    journal.close();
    assertThat(journal.lost()).isEqualTo(1);
    assertThat(journal.flush(PATIENCE)).isTrue();
    assertThat(written()).isEmpty();
  }

  @Test
  void aListenerThatThrowsLosesNothingOfTheFileButTheRunHearsOfIt() throws IOException {
    Journal journal = Journal.open(file(), _ -> {
      throw new IllegalStateException("no");
    });
    journal.record(Events.asked(1));
    journal.record(Events.asked(2));
    journal.close();
    assertThat(journal.lost()).isGreaterThanOrEqualTo(2);
    assertThat(written()).hasSize(3)
        .last()
        .isInstanceOfSatisfying(Note.class, note -> assertThat(note.value().get("cause").asText()).contains("no"));
  }

  @Test
  void anErrorIsALossAndWhatComesAfterItIsKept() throws IOException {
    Journal journal = Journal.open(file(), event -> {
      if (event.equals(Events.asked(1))) {
        throw new StackOverflowError("planted");
      }
    });
    journal.record(Events.asked(1));
    assertThat(journal.flush(PATIENCE)).isTrue();
    journal.record(Events.asked(2));
    assertThat(journal.flush(PATIENCE)).isTrue();
    journal.close();
    assertThat(journal.lost()).isEqualTo(1);
    assertThat(written()).contains(Events.asked(1), Events.asked(2));
  }

  @Test
  void aWriterThatBreaksDownSaysSoAndWhatIsLeftIsLost() throws IOException {
    Journal journal = journal();
    journal.record(Events.asked(1));
    assertThat(journal.flush(PATIENCE)).isTrue();
    journal.record(nobodys());
    assertThat(journal.flush(PATIENCE)).isFalse();
    journal.record(Events.asked(2));
    assertThat(journal.flush(PATIENCE)).isFalse();
    journal.close();
    assertThat(journal.lost()).isEqualTo(2);
    assertThat(written()).containsExactly(Events.asked(1));
  }

  @Test
  void whatIsRecordedWhileTheJournalClosesIsLostAndCounted() throws IOException {
    FileChannel file = FileChannel.open(file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Rings rings = new Rings(16);
    Journal journal = Journal.open(file, heard::add, 16, rings);
    journal.close();
    rings.put(Events.asked(1)); // by a thread that had asked whether it is closed before it was
    assertThat(journal.lost()).isEqualTo(1);
    assertThat(journal.lost()).isEqualTo(1);
  }

  @Test
  void aFullDiskLosesTheFileButNotTheCount() throws IOException {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full));
    Journal journal = Journal.open(FileChannel.open(full, StandardOpenOption.WRITE), heard::add, 1024);
    journal.record(Events.asked(1));
    assertThat(journal.flush(PATIENCE)).isTrue();
    journal.record(Events.asked(2));
    journal.close();
    assertThat(journal.lost()).isGreaterThanOrEqualTo(2);
    assertThat(heard).contains(Events.asked(1), Events.asked(2));
    assertThat(heard).filteredOn(Note.class::isInstance)
        .first()
        .satisfies(note -> assertThat(((Note) note).value().get("cause").asText()).contains("No space left"));
  }

  /** An end that the writer cannot even look at. */
  @SuppressWarnings("NullAway")
  private static Operation nobodys() {
    return new Operation(null, 0, List.of(), Outcome.OK, NullNode.getInstance());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
