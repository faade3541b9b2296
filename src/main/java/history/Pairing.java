package history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts the events of many threads in an order that a reader can follow: an operation's end comes after its beginning.
 *
 * <p>Rings are emptied one after the other, so an end may be seen in the pass before its beginning. It then waits for one more whole
 * pass, in which the beginning must turn up, since it was recorded earlier. If it does not, it was lost, or the operation ended twice: a
 * note {@code unasked} says so, and the accounts of the run will not balance.
 */
final class Pairing {

  private final Consumer<Event> next;
  private final Set<Long> open = new HashSet<>();
  private List<Operation> early = new ArrayList<>();

  Pairing(Consumer<Event> next) {
    this.next = next;
  }

  void take(Event event) {
    switch (event) {
      case Invocation invocation -> {
        open.add(invocation.id());
        next.accept(invocation);
      }
      case Operation operation -> {
        if (!end(operation)) {
          early.add(operation);
        }
      }
      case Note note -> next.accept(note);
    }
  }

  /** Runs one pass over all rings, then settles what the pass before it left. */
  int pass(Rings rings) {
    List<Operation> waiting = early;
    early = new ArrayList<>();
    int taken = rings.drain(this::take);
    for (Operation operation : waiting) {
      if (!end(operation)) {
        next.accept(unasked(operation));
      }
    }
    return taken + waiting.size();
  }

  private boolean end(Operation operation) {
    boolean known = open.remove(operation.invocation().id());
    if (known) {
      next.accept(operation);
    }
    return known;
  }

  private static Note unasked(Operation operation) {
    return new Note("unasked", operation.ended(),
        JsonNodeFactory.instance.objectNode()
            .put("id", operation.invocation().id())
            .put("f", operation.kind())
            .put("measured", operation.invocation().measured())
            .put("type", Lines.type(operation.outcome())));
  }
}
