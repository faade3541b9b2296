package history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;

/** Events for tests. */
final class Events {

  private Events() {}

  static Invocation asked(long id) {
    return new Invocation(id, 5, "create channel", "job-" + id, true, id * 1000, id * 1000 + 10, id * 1000 + 20,
        JsonNodeFactory.instance.objectNode().put("server", "A"));
  }

  static Operation ok(Invocation invocation) {
    long start = invocation.started();
    return invocation.ended(start + 500, List.of(new Phase("call", start, start + 100)), Outcome.OK,
        JsonNodeFactory.instance.objectNode().put("turn", 3));
  }

  static Operation ended(Invocation invocation, Outcome outcome) {
    return invocation.ended(invocation.started() + 500, List.of(), outcome, NullNode.getInstance());
  }

  static Note note(String name) {
    return new Note(name, 7, JsonNodeFactory.instance.objectNode().put("why", "ü"));
  }
}
