package invariant.retold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import history.History;
import history.Invocation;
import history.Note;
import history.Operation;
import history.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A run told step by step, each step after the one before unless it is said otherwise; data is JSON with single quotes. */
final class Run {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Operation> operations = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private Outcome next = Outcome.OK;
  private boolean overlapping;
  private long now;

  /** One item of price 5 and stock 10, one user with 100, and an order of two that is paid; not yet read. */
  static Run sold() {
    return new Run().ok("create item", "", "{'price': 5}", "{'item': 'i'}")
        .ok("add stock", "i", "{'amount': 10}", "null")
        .ok("create user", "", "null", "{'user': 'u'}")
        .ok("add funds", "u", "{'amount': 100}", "null")
        .ok("create order", "", "{'user': 'u'}", "{'order': 'o'}")
        .ok("add item", "o", "{'item': 'i', 'quantity': 2}", "null")
        .ok("checkout", "o", "{}", "null");
  }

  /** Reads everything in the end. */
  Run read(long stock, long credit, boolean paid) {
    return ok("read item", "i", "{}", "{'stock': " + stock + ", 'price': 5}")
        .ok("read user", "u", "{}", "{'credit': " + credit + "}")
        .ok("read order", "o", "{}", "{'user': 'u', 'paid': " + paid + ", 'total': 10, 'items': [['i', 2]]}")
        .settled(true);
  }

  /** The next step has another end. */
  Run but(Outcome outcome) {
    next = outcome;
    return this;
  }

  Run unknown() {
    return but(new Outcome.Unknown("no-response", ""));
  }

  Run refused() {
    return but(new Outcome.Refused("status-400", ""));
  }

  /** The next step begins when the last one began, and ends after it. */
  Run meanwhile() {
    overlapping = true;
    return this;
  }

  Run ok(String kind, String entity, String asked, String answered) {
    long began = overlapping ? operations.getLast().invocation().started() : now + 10;
    now = Math.max(now, began) + 10;
    Invocation invocation = new Invocation(operations.size(), 1, kind, entity, true, began, began, began, json(asked));
    operations
        .add(invocation.ended(now, List.of(), next, next == Outcome.OK ? json(answered) : NullNode.getInstance()));
    next = Outcome.OK;
    overlapping = false;
    return this;
  }

  Run settled(boolean complete) {
    notes.add(new Note("settled", now, JSON.createObjectNode().put("complete", complete)));
    return this;
  }

  /** With its lines in another order, as a journal may have them. */
  History history() {
    return History.of(operations.reversed(), notes);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
