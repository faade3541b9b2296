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
import java.util.function.Consumer;

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

  /** Sends a request on its way, unless it gets lost. */
  private void send(Invocation invocation, Consumer<Call> happens) {
    Call call = new Call(invocation, random, unknown);
    if (call.arrives()) {
      effects.add(new Effect(call.effect(), () -> happens.accept(call)));
    } else {
      operations.add(call.unanswered());
    }
  }

  private Invocation asked(long start, String kind, String entity, JsonNode asked) {
    return new Invocation(ids++, 1, kind, entity, true, start, start, start, asked);
  }

  private void write(long start, String kind, String entity, long amount) {
    send(asked(start, kind, entity, JSON.objectNode().put("amount", Math.abs(amount))), call -> {
      boolean ok = holdings.get(entity) + amount >= 0;
      holdings.merge(entity, ok ? amount : 0, Long::sum);
      operations.add(ok ? call.done(NullNode.getInstance()) : call.refused());
    });
  }

  private void poll(long start, String kind, String entity, String what) {
    send(asked(start, kind, entity, JSON.objectNode()),
        call -> operations.add(call.done(JSON.objectNode().put(what, holdings.get(entity)))));
  }

  private void cart(long start, String order, String item, long quantity) {
    JsonNode line = JSON.objectNode().put("item", item).put("quantity", quantity);
    send(asked(start, quantity > 0 ? "add item" : "remove item", order, line), call -> {
      boolean ok = carts.get(order).getOrDefault(item, 0L) + quantity >= 0;
      carts.get(order).merge(item, ok ? quantity : 0, Long::sum);
      operations.add(ok ? call.done(NullNode.getInstance()) : call.refused());
    });
  }

  private void checkout(long start, String order) {
    Call call = new Call(asked(start, "checkout", order, JSON.objectNode()), random, unknown);
    if (call.arrives()) {
      effects.add(new Effect(call.earlier(), () -> pay(call, order)));
    } else {
      operations.add(call.unanswered());
    }
  }

  private void pay(Call call, String order) {
    Map<String, Long> wanted = new TreeMap<>(carts.get(order));
    wanted.values().removeIf(quantity -> quantity == 0);
    if (paid.get(order) || wanted.isEmpty()) {
      operations.add(call.refused());
      return;
    }
    long value = wanted.entrySet().stream().mapToLong(line -> price(line.getKey()) * line.getValue()).sum();
    Map<String, Long> taken = new TreeMap<>(wanted);
    taken.entrySet().removeIf(line -> holdings.get(line.getKey()) < line.getValue());
    taken.forEach((item, quantity) -> holdings.merge(item, -quantity, Long::sum));
    if (taken.size() == wanted.size() && holdings.get(user(order)) >= value) {
      holdings.merge(user(order), -value, Long::sum);
      paid.put(order, true);
      operations.add(call.done(NullNode.getInstance()));
      return;
    }
    effects.add(new Effect(call.effect(), () -> {
      taken.forEach((item, quantity) -> holdings.merge(item, quantity, Long::sum)); // and given back
      operations.add(call.refused());
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
    operations.add(asked(time, kind, entity, asked).ended(time, List.of(), Outcome.OK, answered));
  }

  History history() {
    return History.of(operations, List.of(new Note("settled", 0, JSON.objectNode().put("complete", true))));
  }
}
