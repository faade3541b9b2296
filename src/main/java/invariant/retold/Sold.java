package invariant.retold;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import history.Outcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The orders of a run that somebody tried to check out: whose they are, what they are worth, and whether they are paid. */
final class Sold {

  private static final class Order {
    private String user = "";
    private @Nullable JsonNode shown;
    private boolean acknowledged;
    /** Whether a checkout may have been carried out. */
    private boolean perhaps;
  }

  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final Map<String, Long> prices = new HashMap<>();
  private long batchPrice = -1;

  void created(String order, String user) {
    orders.computeIfAbsent(order, _ -> new Order()).user = user;
  }

  void checkedOut(Operation checkout) {
    Order order = orders.computeIfAbsent(checkout.entity(), _ -> new Order());
    order.acknowledged |= checkout.ok();
    order.perhaps |= !(checkout.outcome() instanceof Outcome.Refused);
  }

  void read(Operation read) {
    Order order = orders.computeIfAbsent(read.entity(), _ -> new Order());
    order.shown = read.ok() ? read.answered() : null;
    if (read.ok()) {
      order.user = read.answered().path("user").asText();
    }
  }

  void price(String item, long price) {
    prices.put(item, price);
  }

  /** What each item of a batch costs. */
  void batchPrice(long price) {
    batchPrice = price;
  }

  /** What one of an item costs; 0 when nobody has told it. */
  long price(String item) {
    return Math.max(0, prices.getOrDefault(item, batchPrice));
  }

  String user(String order) {
    Order known = orders.get(order);
    return known == null ? "" : known.user;
  }

  /** What is in an order, at its prices. */
  long worth(String order) {
    Order known = orders.get(order);
    long worth = 0;
    if (known != null && known.shown != null) {
      for (JsonNode line : known.shown.path("items")) {
        worth += price(line.path(0).asText()) * line.path(1).asLong();
      }
    }
    return worth;
  }

  /** The value of all paid orders. */
  long worth() {
    return orders.entrySet()
        .stream()
        .filter(entry -> entry.getValue().acknowledged
            || entry.getValue().shown != null && entry.getValue().shown.path("paid").asBoolean())
        .mapToLong(entry -> worth(entry.getKey()))
        .sum();
  }

  /** Why the value of paid orders cannot be told; empty when it can. */
  Optional<String> unknown() {
    return orders.entrySet()
        .stream()
        .filter(entry -> entry.getValue().perhaps && entry.getValue().shown == null)
        .findFirst()
        .map(entry -> "order " + entry.getKey() + " was not read in the end");
  }
}
