package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Event;
import history.Invocation;
import history.Note;
import history.Outcome;
import history.Phase;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells the history of a run in which every customer buys one item, and every read is right: nine operations each. */
final class Shopping {

  /** How many operations are open at one time. */
  private static final int USERS = 100;

  static final int OPERATIONS = 9;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Consumer<Event> told;
  private final Random random = new Random(1);
  private final Event[] open = new Event[USERS];
  private long ids;
  private long now;

  Shopping(Consumer<Event> told) {
    this.told = told;
  }

  /** Tells of so many customers. */
  void tell(int customers) {
    told.accept(new Note("run", 0, JSON.objectNode().put("simulation", "Shopping")));
    for (int customer = 0; customer < customers; customer++) {
      customer();
    }
    for (int place = 0; place < USERS; place++) {
      end(place);
    }
    told.accept(new Note("settled", now, JSON.objectNode().put("complete", true).put("rounds", 2)));
  }

  private void customer() {
    String item = id();
    String user = id();
    String order = id();
    asked("create item", "", JSON.objectNode().put("price", 7), JSON.objectNode().put("item", item));
    asked("add stock", item, JSON.objectNode().put("amount", 100), NullNode.getInstance());
    asked("create user", "", NullNode.getInstance(), JSON.objectNode().put("user", user));
    asked("create order", "", JSON.objectNode().put("user", user), JSON.objectNode().put("order", order));
    asked("add item", order, JSON.objectNode().put("item", item).put("quantity", 1), NullNode.getInstance());
    asked("checkout", order, JSON.objectNode().put("expect", "refused"), NullNode.getInstance());
    asked("read item", item, NullNode.getInstance(), JSON.objectNode().put("stock", 100).put("price", 7));
    asked("read user", user, NullNode.getInstance(), JSON.objectNode().put("credit", 0));
    ObjectNode shown = JSON.objectNode().put("user", user).put("paid", false).put("total", 7);
    shown.putArray("items").addArray().add(item).add(1);
    asked("read order", order, NullNode.getInstance(), shown);
  }

  private String id() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private void asked(String kind, String entity, JsonNode asked, JsonNode answered) {
    now += 20_000;
    int place = (int) (ids % USERS);
    end(place);
    Invocation invocation = new Invocation(ids++, place, kind, entity, !kind.startsWith("read"), now, now, now, asked);
    told.accept(invocation);
    Outcome outcome = kind.equals("checkout") ? new Outcome.Refused("status-400", "Out of stock") : Outcome.OK;
    long ended = now + USERS * 20_000L;
    open[place] = invocation.ended(ended, List.of(new Phase("call", now, ended)), outcome, answered);
  }

  private void end(int place) {
    if (open[place] != null) {
      told.accept(open[place]);
    }
  }
}
