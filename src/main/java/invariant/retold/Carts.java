package invariant.retold;

import com.fasterxml.jackson.databind.JsonNode;
import history.Note;
import history.Operation;
import history.Outcome;
import invariant.Findings;
import invariant.checkout.CheckoutKinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The carts of a run: what was asked of them and what they showed. Only those that were empty at first, and of which nothing was taken out. */
final class Carts {

  /** Additions to orders and what orders showed, in the order of their ends. */
  private final List<Operation> operations = new ArrayList<>();
  private final Set<String> left = new HashSet<>();
  private final Map<String, Operation> last = new HashMap<>();
  private final Set<String> filled = new HashSet<>();
  private Batch batch = new Batch(0);
  private boolean settled;

  void see(Note note) {
    if (note.name().equals("settled")) {
      settled = note.value().path("complete").asBoolean();
    }
  }

  void see(Operation operation) {
    switch (operation.kind()) {
      case CheckoutKinds.CREATE_ORDERS -> batch = new Batch(operation.asked().path("count").asLong());
      case CheckoutKinds.REMOVE_ITEM -> left.add(operation.entity());
      case CheckoutKinds.ADD_ITEM -> {
        operations.add(operation);
        if (!(operation.outcome() instanceof Outcome.Refused)) {
          filled.add(operation.entity());
        }
      }
      case CheckoutKinds.FIND_ORDER -> operations.add(operation);
      case CheckoutKinds.READ_ORDER -> {
        operations.add(operation);
        last.put(operation.entity(), operation);
      }
      default -> {
        // not about carts
      }
    }
  }

  /** Additions and looks at the carts that can be told, in the order of their ends. */
  List<Operation> operations() {
    return operations.stream().filter(operation -> isTold(operation.entity())).toList();
  }

  /** The last look at each cart that can be told. */
  List<Operation> last() {
    return last.values().stream().filter(read -> isTold(read.entity())).toList();
  }

  private boolean isTold(String order) {
    return !left.contains(order) && !batch.has(order);
  }

  /** Leaves a cart out. */
  void leave(String order) {
    left.add(order);
  }

  /** Whether every cart that something may have been put into was read when all was at rest. */
  boolean isFinal() {
    return settled && filled.stream().filter(this::isTold).allMatch(order -> {
      Operation read = last.get(order);
      return read != null && read.ok();
    });
  }

  /** What a cart shows: the items, in its order. */
  static List<String> items(JsonNode shown) {
    List<String> items = new ArrayList<>();
    shown.path("items").forEach(line -> items.add(line.path(0).asText()));
    return items;
  }

  /** What is left out, for people. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    long out = operations.stream().map(Operation::entity).filter(order -> !isTold(order)).distinct().count();
    if (out > 0) {
      remarks.add(
          Findings.count(out, "order") + " left out: not empty at first, something taken out, or an item put in twice");
    }
    return remarks;
  }
}
