package report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Event;
import history.Invocation;
import history.Note;
import history.Operation;
import history.Outcome;
import history.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Events of runs, for tests. */
final class Runs {

  static final String KIND = "create channel";

  private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private Runs() {}

  /** An invocation at so many milliseconds, 1 ms of gating and 2 ms of lag later than intended. */
  static Invocation asked(long id, long intendedMs) {
    long intended = intendedMs * MS;
    return new Invocation(id, 1, KIND, "job-" + id, true, intended, intended + MS, intended + 3 * MS,
        JsonNodeFactory.instance.objectNode());
  }

  /** Its end, when the whole took so many milliseconds from the real start, with one phase of half of that. */
  static Operation ended(Invocation asked, long ms, Outcome outcome) {
    long start = asked.started();
    return asked.ended(start + ms * MS, List.of(new Phase("call", start, start + ms * MS / 2)), outcome,
        JsonNodeFactory.instance.nullNode());
  }

  static Note note(String name, String json) {
    try {
      JsonNode value = JSON.readTree(json.replace('\'', '"'));
      return new Note(name, 0, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Note head() {
    return note("run", "{'run':'r-1','simulation':'Replay','seed':42,'target':'embedded','zero':1700000000000}");
  }

  static Note plan(long scheduled) {
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    value.putObject("scheduled").put(KIND, scheduled);
    return new Note("plan", 0, value);
  }

  static Note holds() {
    return note("verdict", "{'title':'turn numbers only grow','verdict':'holds','checked':9,'summary':'9 states'}");
  }

  static Note end(String reason) {
    return new Note("end", 2000 * MS, JsonNodeFactory.instance.objectNode().put("reason", reason));
  }

  /** A good run of so many operations, 10 ms apart, the n-th of which takes n ms. */
  static List<Event> good(int operations) {
    List<Event> events = new ArrayList<>(List.of(head(), plan(operations)));
    for (int i = 1; i <= operations; i++) {
      Invocation asked = asked(i, i * 10L);
      events.add(asked);
      events.add(ended(asked, i, Outcome.OK));
    }
    events.add(holds());
    events.add(end("completed"));
    return events;
  }
}
