package invariant.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.History;
import history.Invocation;
import history.Note;
import history.Operation;
import history.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A history of checkouts told step by step: one thing after the other, and all of it acknowledged, unless said otherwise. */
final class Shop {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<Operation> operations = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private Outcome next = Outcome.OK;
  private boolean overlapping;
  private String prefix = "";
  private long total = -1;
  private long now;

  /** The shop of most tests: i costs 5, there are 100; u owns 1000; o is u's and holds 2 i. */
  static Shop open() {
    return new Shop().item("i", 5, 100).user("u", 1000).order("o", "u").adds("o", "i", 2);
  }

  /** The same, paid and read as it should be. */
  static Shop sold() {
    return open().checksOut("o").itemIs("i", 98).userIs("u", 990).orderIs("o", "u", true, "i", 2).settled();
  }

  /** Nobody knows what comes of the next step. */
  Shop unknown() {
    next = new Outcome.Unknown("no-response", "nothing came");
    return this;
  }

  /** The next step is refused. */
  Shop refused() {
    next = new Outcome.Refused("status-400", "no");
    return this;
  }

  /** The next step begins when the last one began: the two overlap. */
  Shop meanwhile() {
    overlapping = true;
    return this;
  }

  /** What follows belongs to the warm-up. */
  Shop warmUp() {
    prefix = "warm-up: ";
    return this;
  }

  Shop item(String id, long price, long stock) {
    tell("create item", "", JSON.objectNode().put("price", price), JSON.objectNode().put("item", id));
    return stock(id, stock);
  }

  Shop stock(String id, long amount) {
    return tell("add stock", id, amount(amount), NullNode.getInstance());
  }

  Shop takes(String id, long amount) {
    return tell("subtract stock", id, amount(amount), NullNode.getInstance());
  }

  Shop user(String id, long credit) {
    tell("create user", "", JSON.objectNode(), JSON.objectNode().put("user", id));
    return funds(id, credit);
  }

  Shop funds(String id, long amount) {
    return tell("add funds", id, amount(amount), NullNode.getInstance());
  }

  Shop order(String id, String user) {
    return tell("create order", "", JSON.objectNode().put("user", user), JSON.objectNode().put("order", id));
  }

  Shop adds(String order, String item, long quantity) {
    return tell("add item", order, JSON.objectNode().put("item", item).put("quantity", quantity),
        NullNode.getInstance());
  }

  Shop removes(String order, String item) {
    return tell("remove item", order, JSON.objectNode().put("item", item), NullNode.getInstance());
  }

  Shop checksOut(String order) {
    return tell("checkout", order, JSON.objectNode(), NullNode.getInstance());
  }

  Shop checksOut(String order, String expected) {
    return tell("checkout", order, JSON.objectNode().put("expect", expected), NullNode.getInstance());
  }

  /** Items 0 to count - 1 with the same price and stock, users with the same credit, and orders. */
  Shop batch(long count, long price, long stock, long credit) {
    ObjectNode many = JSON.objectNode().put("count", count);
    tell("create batch of items", "", many.deepCopy().put("stock", stock).put("price", price), NullNode.getInstance());
    tell("create batch of users", "", many.deepCopy().put("credit", credit), NullNode.getInstance());
    return tell("create batch of orders", "", many, NullNode.getInstance());
  }

  Shop findsItem(String id, long stock) {
    return tell("find item", id, JSON.objectNode(), JSON.objectNode().put("stock", stock).put("price", 5));
  }

  Shop findsUser(String id, long credit) {
    return tell("find user", id, JSON.objectNode(), JSON.objectNode().put("credit", credit));
  }

  Shop itemIs(String id, long stock) {
    return tell("read item", id, JSON.objectNode(), JSON.objectNode().put("stock", stock).put("price", 5));
  }

  Shop userIs(String id, long credit) {
    return tell("read user", id, JSON.objectNode(), JSON.objectNode().put("credit", credit));
  }

  /** The next order that is read shows this total. */
  Shop costing(long wrong) {
    total = wrong;
    return this;
  }

  /** With items and quantities in turn, and, unless said otherwise, the total of items that cost 5 each. */
  Shop orderIs(String id, String user, boolean paid, Object... lines) {
    ObjectNode shown = JSON.objectNode().put("user", user).put("paid", paid);
    ArrayNode items = shown.putArray("items");
    long sum = 0;
    for (int i = 0; i < lines.length; i += 2) {
      items.addArray().add((String) lines[i]).add((int) lines[i + 1]);
      sum += 5L * (int) lines[i + 1];
    }
    shown.put("total", total < 0 ? sum : total);
    total = -1;
    return tell("read order", id, JSON.objectNode(), shown);
  }

  Shop settled() {
    return settled(true);
  }

  Shop settled(boolean complete) {
    notes.add(new Note("settled", now, JSON.objectNode().put("complete", complete)));
    return this;
  }

  History history() {
    return History.of(List.copyOf(operations), List.copyOf(notes));
  }

  private static ObjectNode amount(long amount) {
    return JSON.objectNode().put("amount", amount);
  }

  private Shop tell(String kind, String entity, JsonNode asked, JsonNode answered) {
    long began = overlapping ? operations.getLast().invocation().started() : now + 10;
    now = Math.max(now, began) + 10;
    Invocation invocation = new Invocation(operations.size(), 1, prefix + kind, entity, prefix.isEmpty(), began, began,
        began, asked);
    operations.add(invocation.ended(now, List.of(), next, next == Outcome.OK ? answered : NullNode.getInstance()));
    next = Outcome.OK;
    overlapping = false;
    return this;
  }
}
