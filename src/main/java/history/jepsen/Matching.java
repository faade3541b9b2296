package history.jepsen;

import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Operation;
import history.Outcome;
import history.jepsen.Entry.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Matches the ends of operations with their beginnings: a process does one thing at a time. An operation's times are the numbers of its lines. */
final class Matching {

  private static final Outcome NO_ANSWER = new Outcome.Unknown("no-answer", "the history ends before an answer");

  private final Map<Long, Invocation> open = new LinkedHashMap<>();
  private long lines;

  /**
   * The next line.
   *
   * @param ended takes the operation that it ends
   * @throws IllegalArgumentException when it does not fit; the message tells how to mend it
   */
  void match(Entry entry, Consumer<Operation> ended) {
    long line = lines++;
    Invocation begun = open.get(entry.process());
    if (entry.type() == Type.INVOKE) {
      if (begun != null) {
        throw new IllegalArgumentException(":process " + entry.process() + " begins while its operation at index "
            + begun.id() + " is open: end that one first, or give this one another process");
      }
      open.put(entry.process(),
          new Invocation(line, entry.process(), entry.kind(), "", true, line, line, line, entry.value()));
    } else {
      ended.accept(end(begun, entry, line));
    }
  }

  private Operation end(@Nullable Invocation begun, Entry entry, long line) {
    if (begun == null) {
      throw new IllegalArgumentException(
          ":process " + entry.process() + " ends what it never began: write its :invoke before, or mend the process");
    }
    if (!entry.kind().equals(begun.kind())) {
      throw new IllegalArgumentException(":f is " + entry.kind() + ", but process " + entry.process() + " has begun "
          + begun.kind() + " at index " + begun.id() + ": write the same :f");
    }
    open.remove(entry.process());
    return begun.ended(line, List.of(), outcome(entry.type()), entry.value());
  }

  private static Outcome outcome(Type type) {
    return switch (type) {
      case OK, INVOKE -> Outcome.OK;
      case FAIL -> new Outcome.Refused("fail", "");
      case INFO -> new Outcome.Unknown("info", "");
    };
  }

  /** What has begun and not ended, in the order of the beginnings. */
  Stream<Operation> neverEnded() {
    return open.values().stream().map(begun -> begun.ended(lines, List.of(), NO_ANSWER, NullNode.getInstance()));
  }
}
