package history;

import java.io.IOException;
import java.nio.file.Path;

/** A process that records operations, without an end, until it is killed. */
final class JournalVictim {

  private JournalVictim() {}

  /** Given a file, tells on its output how many operations are surely in it. */
  public static void main(String[] arguments) throws IOException {
    Journal journal = Journal.open(Path.of(arguments[0]), _ -> {});
    for (long id = 1; id < Long.MAX_VALUE; id++) {
      Invocation asked = Events.asked(id);
      journal.record(asked);
      journal.record(Events.ok(asked));
      if (id % 1000 == 0 && journal.flush(10_000)) {
        System.out.println(id);
      }
    }
  }
}
