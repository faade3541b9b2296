package invariant.retold;

import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Operation;
import history.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What users, or items, have before anything is sold, and in the end. */
final class Holdings {

  private static final class Holding {
    private long given;
    private long left;
    private boolean unsure;
    private boolean read;
  }

  private final String name;
  private final Map<String, Holding> all = new LinkedHashMap<>();
  private Batch batch = new Batch(0);
  private long each;

  /** Holdings of users or items. */
  Holdings(String name) {
    this.name = name;
  }

  /** Tells what one unit of a holding is worth. */
  @FunctionalInterface
  interface Worth {
    /** In coins. */
    long of(String id);
  }

  /** Many at once, whose ids count up from 0. */
  void batch(long count, long amount) {
    batch = new Batch(count);
    each = amount;
  }

  /** Somebody has one, with nothing in it unless it is of the batch. */
  void know(String id) {
    holding(id);
  }

  private Holding holding(String id) {
    return all.computeIfAbsent(id, _ -> new Holding());
  }

  /** Something is given, or taken when the amount is below zero, without a sale. */
  void give(Operation operation, long amount) {
    Holding holding = holding(operation.entity());
    holding.unsure |= operation.outcome() instanceof Outcome.Unknown;
    holding.given += operation.ok() ? amount : 0;
  }

  /** What was read in the end; the last word counts. */
  void read(Operation operation, long amount) {
    Holding holding = holding(operation.entity());
    holding.read = operation.ok();
    holding.left = amount;
  }

  /** Why it cannot be told what each has and had; empty when it can. */
  Optional<String> unknown() {
    return all.entrySet()
        .stream()
        .filter(entry -> entry.getValue().unsure || !entry.getValue().read)
        .findFirst()
        .map(entry -> name + " " + entry.getKey()
            + (entry.getValue().unsure ? " may or may not have got something" : " was not read in the end"));
  }

  /** Adds an account for each to what a bank shows. */
  void show(boolean end, Worth worth, ObjectNode shown) {
    all.forEach((id, holding) -> shown.put(name + " " + id, (end ? holding.left : given(id, holding)) * worth.of(id)));
  }

  private long given(String id, Holding holding) {
    return holding.given + (batch.has(id) ? each : 0);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }
}
