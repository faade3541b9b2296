package lifecycle;

import history.History;
import history.Note;
import history.Operation;
import history.Outcome;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What the gates count in a history.
 *
 * @param scheduled measured operations that were planned; 0 when the plan names none
 * @param started measured operations that were asked
 * @param unended those of them without an end
 * @param crashes virtual users that stumbled
 */
record Tally(long scheduled, long started, long unended, long crashes) {

  static Tally of(History history) {
    AtomicLong scheduled = new AtomicLong();
    AtomicLong crashes = new AtomicLong();
    try (Stream<Note> notes = history.notes()) {
      notes.forEach(note -> {
        switch (note.name()) {
          case "plan" -> note.value().path("scheduled").forEach(count -> scheduled.addAndGet(count.asLong()));
          case "crash" -> crashes.incrementAndGet();
          default -> {
            // nothing that a gate counts
          }
        }
      });
    }
    AtomicLong started = new AtomicLong();
    AtomicLong unended = new AtomicLong();
    try (Stream<Operation> operations = history.operations()) {
      operations.filter(operation -> operation.invocation().measured()).forEach(operation -> {
        started.incrementAndGet();
        if (operation.outcome() instanceof Outcome.Unknown(String code, _) && code.equals("no-answer")) {
          unended.incrementAndGet();
        }
      });
    }
    return new Tally(scheduled.get(), started.get(), unended.get(), crashes.get());
  }
}
