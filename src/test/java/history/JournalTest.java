package history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
final class JournalTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @TempDir
  Path folder;

  @Test
  void whatIsRecordedIsRead() throws Exception {
    Operation ok = invocation(1).ended(9, List.of(new Phase("call", 3, 5)), Outcome.OK, JSON.objectNode().put("a", 1));
    Operation refused = invocation(2).ended(10, List.of(), new Outcome.Refused("not-my-turn", "no"), JSON.nullNode());
    Note note = new Note("plan", 0, JSON.objectNode().put("b", 2));
    Path file = folder.resolve("history.jsonl");
    try (Journal journal = Journal.open(file, _ -> {})) {
      journal.record(note);
      List.of(ok, refused).forEach(operation -> {
        journal.record(operation.invocation());
        journal.record(operation);
      });
      journal.record(invocation(3));
    }
    JournalFile history = new JournalFile(file);
    assertThat(history.notes()).containsExactly(note);
    assertThat(history.operations()).startsWith(ok, refused)
        .hasSize(3)
        .last()
        .satisfies(open -> assertThat(open.outcome()).isEqualTo(new Outcome.Unknown("no-answer", "it never ended")));
  }

  @Test
  void anOperationNeverOvertakesItsInvocation() throws Exception {
    Path file = folder.resolve("history.jsonl");
    List<Event> heard = new ArrayList<>();
    Operation operation = invocation(1).ended(9, List.of(), Outcome.OK, JSON.nullNode());
    try (Journal journal = Journal.open(file, heard::add)) {
      Thread.ofPlatform().start(() -> journal.record(operation)).join();
      assertThat(journal.flush(5_000)).isTrue();
      journal.record(operation.invocation());
    }
    assertThat(heard).containsExactly(operation.invocation(), operation);
  }

  @Test
  void whatFindsNoRoomIsCounted() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    try (Journal journal = Journal.open(folder.resolve("history.jsonl"), _ -> await(held), 4)) {
      for (int i = 0; i < 20; i++) {
        journal.record(new Note("n", i, JSON.nullNode()));
      }
      assertThat(journal.lost()).isBetween(11L, 16L);
      held.countDown();
    }
  }

  @Test
  void aLastLineThatWasCutOffIsLeftOut() throws Exception {
    Path file = folder.resolve("history.jsonl");
    Operation ok = invocation(1).ended(9, List.of(), Outcome.OK, JSON.nullNode());
    try (Journal journal = Journal.open(file, _ -> {})) {
      journal.record(ok.invocation());
      journal.record(ok);
    }
    Files.writeString(file, Files.readString(file) + "{\"id\":2,\"type\":\"inv");
    assertThat(new JournalFile(file).operations()).containsExactly(ok);
  }

  private static Invocation invocation(long id) {
    return new Invocation(id, 7, "create channel", "job-1", true, 1, 2, 3, JSON.objectNode().put("server", "A"));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
