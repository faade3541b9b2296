package history;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns the lines of one journal into events: joins each operation's end with its beginning. */
final class LineReader {

  private static final Outcome NO_ANSWER = new Outcome.Unknown("no-answer", "the run ended before an answer came");

  private final Map<Long, Invocation> open = new LinkedHashMap<>();
  private long latest;

  /** The next line's event. Throws {@link IllegalArgumentException} on an end without a beginning. */
  Event event(Line line) {
    latest = Math.max(latest, line.time());
    return switch (line) {
      case Invocation invocation -> {
        open.put(invocation.id(), invocation);
        yield invocation;
      }
      case End end -> ended(end);
      case Note note -> note;
    };
  }

  private Operation ended(End end) {
    Invocation invocation = open.remove(end.id());
    if (invocation == null) {
      throw new IllegalArgumentException("operation " + end.id() + " ends without a beginning");
    }
    return invocation.ended(end.time(), end.phases(), end.outcome(), end.answered());
  }

  /** The time of the latest event so far. */
  long latest() {
    return latest;
  }

  /** The operations that have begun and not ended, in the order of their beginnings. */
  Stream<Operation> neverEnded() {
    return open.values()
        .stream()
        .map(invocation -> invocation.ended(latest, List.of(), NO_ANSWER, NullNode.getInstance()));
  }
}
