package protocol.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import history.History;
import history.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a run has touched: whatever an operation names, be it ok or not, and what belongs to an order that was read. What is made in a batch
 * counts when it is named. A warm-up does not.
 */
final class Entities {

  private final Set<String> items = new HashSet<>();
  private final Set<String> users = new HashSet<>();
  private final Set<String> orders = new HashSet<>();
  private final List<Entity> all = new ArrayList<>();

  /** What the operations so far have touched; reads the whole history. */
  static Entities touchedIn(History history) {
    Entities entities = new Entities();
    try (Stream<Operation> operations = history.operations()) {
      operations.forEach(entities::add);
    }
    return entities;
  }

  private void add(Operation operation) {
    JsonNode asked = operation.asked();
    JsonNode answered = operation.answered();
    switch (operation.kind()) {
      case "create item" -> item(answered.path("item"));
      case "add stock", "subtract stock", "find item" -> item(operation.entity());
      case "create user" -> user(answered.path("user"));
      case "add funds", "find user" -> user(operation.entity());
      case "create order" -> {
        order(answered.path("order").asText());
        user(asked.path("user"));
      }
      case "add item", "remove item" -> {
        order(operation.entity());
        item(asked.path("item"));
      }
      case "checkout", "find order" -> order(operation.entity());
      default -> {
        // touches nothing, or nothing that it names
      }
    }
  }

  /** Adds whose an order is, and what is in it. */
  void learn(JsonNode order) {
    user(order.path("user"));
    order.path("items").forEach(line -> item(line.path(0)));
  }

  private void item(JsonNode id) {
    item(id.asText());
  }

  private void item(String id) {
    add(items, Call.FIND_ITEM, id);
  }

  private void user(JsonNode id) {
    user(id.asText());
  }

  private void user(String id) {
    add(users, Call.FIND_USER, id);
  }

  private void order(String id) {
    add(orders, Call.FIND_ORDER, id);
  }

  private void add(Set<String> known, Call find, String id) {
    if (!id.isEmpty() && known.add(id)) {
      all.add(new Entity(find, id));
    }
  }

  /** All of them, in the order in which they became known; grows at its end. */
  List<Entity> all() {
    return all;
  }

  /** So many of them, from beginning to end, which tell for the others from now on. */
  List<Entity> sample(int size) {
    double stride = (double) all.size() / size;
    List<Entity> sample = IntStream.range(0, size).mapToObj(i -> all.get((int) (i * stride))).toList();
    sample.forEach(Entity::sample);
    return sample;
  }

  /** Those of which nobody knows how they look. */
  List<Entity> unknown() {
    return all.stream().filter(entity -> !entity.isKnown()).toList();
  }
}
