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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;

/**
 * A flawless shop that is busy: everything overlaps, each thing happens at some moment between its beginning and its end, a checkout that is
 * refused has taken something for a while, and of what nobody answers some happens, perhaps later.
 */
final class BusyShop {

  private static final int ITEMS = 4;
  private static final int USERS = 5;
  private static final int ORDERS = 12;
  private static final int STEPS = 150;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Something that happens at a moment. */
  private record Effect(long time, Runnable happens) {}

  private final Random random;
  private final double unknown;
  private final PriorityQueue<Effect> effects = new PriorityQueue<>(Comparator.comparingLong(Effect::time));
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, Long> holdings = new TreeMap<>();
  private final Map<String, Map<String, Long>> carts = new TreeMap<>();
  private final Map<String, Boolean> paid = new TreeMap<>();
  private int ids;

  /**
   * A shop after a busy day.
   *
   * @param unknown how often nobody answers, 0 to 1
   */
  BusyShop(long seed, double unknown) {
    this.random = new Random(seed);
    this.unknown = unknown;
    open();
    for (int step = 0; step < STEPS; step++) {
      plan(1_000 + random.nextInt(20_000));
    }
    while (!effects.isEmpty()) {
      effects.poll().happens().run();
    }
    close();
  }

  private static long price(String item) {
    return 2 + Long.parseLong(item.substring(1));
  }

  private static String user(String order) {
    return "u" + Integer.parseInt(order.substring(1)) % USERS;
  }

  private void open() {
    for (int i = 0; i < ITEMS; i++) {
      holdings.put("i" + i, 0L);
      tell("create item", "", JSON.objectNode().put("price", price("i" + i)), JSON.objectNode().put("item", "i" + i));
    }
    for (int u = 0; u < USERS; u++) {
      holdings.put("u" + u, 0L);
      tell("create user", "", JSON.objectNode(), JSON.objectNode().put("user", "u" + u));
    }
    for (int o = 0; o < ORDERS; o++) {
      carts.put("o" + o, new TreeMap<>());
      paid.put("o" + o, false);
      tell("create order", "", JSON.objectNode().put("user", user("o" + o)), JSON.objectNode().put("order", "o" + o));
    }
  }

  private void plan(long start) {
    String item = "i" + random.nextInt(ITEMS);
    String user = "u" + random.nextInt(USERS);
    String order = "o" + random.nextInt(ORDERS);
    switch (random.nextInt(9)) {
      case 0 -> write(start, "add stock", item, 1 + random.nextInt(9));
      case 1 -> write(start, "subtract stock", item, -1 - random.nextInt(3));
      case 2 -> write(start, "add funds", user, 10 + random.nextInt(90));
      case 3 -> poll(start, "find item", item, "stock");
      case 4 -> poll(start, "find user", user, "credit");
      case 5 -> cart(start, order, item, -1);
      case 6 -> cart(start, order, item, 1 + random.nextInt(3));
      default -> checkout(start, order);
    }
  }

  /** One request on its way: what nobody answers happens later, or never. */
  private final class Call {

    private final Invocation invocation;
    private final boolean answered = random.nextDouble() >= unknown;
    private final long effect;
    private final long end;

    Call(long start, String kind, String entity, JsonNode asked) {
      effect = start + random.nextInt(500);
      end = effect + random.nextInt(500) - (answered ? 0 : random.nextInt(500));
      invocation = new Invocation(ids++, 1, kind, entity, true, start, start, start, asked);
      if (answered || random.nextBoolean()) {
        return;
      }
      operations.add(invocation.ended(Math.max(start, end), List.of(), nobodyKnows(), NullNode.getInstance()));
    }

    /** Whether it happens at all. */
    boolean arrives() {
      return operations.isEmpty() || operations.getLast().invocation() != invocation;
    }

    void ends(boolean ok, JsonNode answer) {
      Outcome outcome = !answered ? nobodyKnows() : ok ? Outcome.OK : new Outcome.Refused("status-400", "no");
      operations.add(invocation.ended(Math.max(invocation.started(), end), List.of(), outcome,
          answered && ok ? answer : NullNode.getInstance()));
    }

    private static Outcome nobodyKnows() {
      return new Outcome.Unknown("no-response", "nothing came");
    }
  }

  private void write(long start, String kind, String entity, long amount) {
    Call call = new Call(start, kind, entity, JSON.objectNode().put("amount", Math.abs(amount)));
    if (call.arrives()) {
      effects.add(new Effect(call.effect, () -> {
        boolean ok = holdings.get(entity) + amount >= 0;
        holdings.merge(entity, ok ? amount : 0, Long::sum);
        call.ends(ok, NullNode.getInstance());
      }));
    }
  }

  private void poll(long start, String kind, String entity, String what) {
    Call call = new Call(start, kind, entity, JSON.objectNode());
    if (call.arrives()) {
      effects.add(new Effect(call.effect, () -> call.ends(true, JSON.objectNode().put(what, holdings.get(entity)))));
    }
  }

  private void cart(long start, String order, String item, long quantity) {
    Call call = new Call(start, quantity > 0 ? "add item" : "remove item", order,
        JSON.objectNode().put("item", item).put("quantity", quantity));
    if (call.arrives()) {
      effects.add(new Effect(call.effect, () -> {
        boolean ok = carts.get(order).getOrDefault(item, 0L) + quantity >= 0;
        carts.get(order).merge(item, ok ? quantity : 0, Long::sum);
        call.ends(ok, NullNode.getInstance());
      }));
    }
  }

  private void checkout(long start, String order) {
    Call call = new Call(start, "checkout", order, JSON.objectNode());
    if (call.arrives()) {
      effects.add(new Effect(start + (call.effect - start) / 2, () -> pay(call, order)));
    }
  }

  private void pay(Call call, String order) {
    Map<String, Long> cart = new TreeMap<>(carts.get(order));
    cart.values().removeIf(quantity -> quantity == 0);
    if (paid.get(order) || cart.isEmpty()) {
      call.ends(false, NullNode.getInstance());
      return;
    }
    long value = cart.entrySet().stream().mapToLong(line -> price(line.getKey()) * line.getValue()).sum();
    cart.entrySet().removeIf(line -> holdings.get(line.getKey()) < line.getValue()); // what is there is taken
    boolean ok = cart.keySet()
        .containsAll(carts.get(order).keySet().stream().filter(item -> carts.get(order).get(item) > 0).toList())
        && holdings.get(user(order)) >= value;
    cart.forEach((item, quantity) -> holdings.merge(item, -quantity, Long::sum));
    if (ok) {
      holdings.merge(user(order), -value, Long::sum);
      paid.put(order, true);
      call.ends(true, NullNode.getInstance());
      return;
    }
    effects.add(new Effect(call.effect, () -> {
      cart.forEach((item, quantity) -> holdings.merge(item, quantity, Long::sum)); // and given back
      call.ends(false, NullNode.getInstance());
    }));
  }

  private void close() {
    operations.sort(Comparator.comparingLong(Operation::ended));
    holdings.forEach((id, held) -> tell(id.startsWith("i") ? "read item" : "read user", id, JSON.objectNode(),
        JSON.objectNode().put(id.startsWith("i") ? "stock" : "credit", held)));
    carts.forEach((id, cart) -> {
      ObjectNode shown = JSON.objectNode().put("user", user(id)).put("paid", paid.get(id));
      ArrayNode lines = shown.putArray("items");
      cart.forEach((item, quantity) -> lines.addArray().add(item).add(quantity));
      shown.put("total", cart.entrySet().stream().mapToLong(line -> price(line.getKey()) * line.getValue()).sum());
      tell("read order", id, JSON.objectNode(), shown);
    });
  }

  private void tell(String kind, String entity, JsonNode asked, JsonNode answered) {
    long time = operations.isEmpty() ? 0 : operations.getLast().ended() + 1;
    operations.add(new Invocation(ids++, 1, kind, entity, false, time, time, time, asked).ended(time, List.of(),
        Outcome.OK, answered));
  }

  History history() {
    return History.of(operations, List.of(new Note("settled", 0, JSON.objectNode().put("complete", true))));
  }
}
