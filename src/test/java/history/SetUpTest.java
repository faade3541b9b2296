package history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A set-up may keep more at once than a journal can be ahead of its file. */
final class SetUpTest {

  private static final int RING = 4;

  @TempDir
  private Path folder;

  @Test
  void nothingIsLostWhenMoreIsRecordedThanARingHolds() throws IOException {
    Path path = folder.resolve("history.jsonl");
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    List<Event> all = LongStream.range(0, 1000).<Event>mapToObj(Events::asked).toList();
    try (Journal journal = Journal.open(file, _ -> {}, RING)) {
      journal.recordAll(all.stream());
      assertThat(journal.lost()).isZero();
    }
    try (var events = new JournalFile(path).events()) {
      assertThat(events.toList()).isEqualTo(all);
    }
  }
}
