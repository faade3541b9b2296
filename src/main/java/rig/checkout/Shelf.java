package rig.checkout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rig.checkout.store.Refusal;

/** How units leave the shelf and come back, inside of a transaction. For the one writer alone. */
final class Shelf {

  private final Set<Anomaly> anomalies;
  private final Late<Item> late;
  /** How many of the units that an order took as the last ones may be handed out once more: for {@link Anomaly#SOLD_TWICE}. */
  private final Map<String, Long> lastUnits = new HashMap<>();

  Shelf(Set<Anomaly> anomalies, Late<Item> late) {
    this.anomalies = anomalies;
    this.late = late;
  }

  /** Adds units; fewer than none with {@link Anomaly#NEGATIVE_ADD} alone. */
  Item add(StockPage page, String id, long units) throws Refusal {
    Item item = page.item(id);
    Item more = item.with(Amounts.sum(item.stock(), units));
    page.added(item, units);
    lastUnits.remove(id);
    put(page, item, more);
    return more;
  }

  /** Takes units of one item, for nobody in particular. */
  Item subtract(StockPage page, String id, long units) throws Refusal {
    Item item = page.item(id);
    check(page, item, units);
    lastUnits.remove(id);
    return reduce(page, item, units);
  }

  /** Takes all that a checkout asks for, or nothing. */
  void take(StockPage page, String checkout, List<Line> lines) throws Refusal {
    Optional<Taking> before = page.takings().find(checkout);
    if (before.isPresent()) {
      if (before.get().givenBack()) {
        throw new Refusal("the items were given back");
      }
      return;
    }
    Map<String, Long> wanted = new HashMap<>();
    lines.forEach(line -> wanted.merge(line.item(), line.quantity(), Long::sum));
    for (Map.Entry<String, Long> each : wanted.entrySet()) {
      Item item = page.item(each.getKey());
      if (!isHandedOutAgain(item, each.getValue())) {
        check(page, item, each.getValue());
      }
    }
    List<Line> taken = lines.stream().filter(line -> !isHandedOutAgain(page, line.item(), wanted)).toList();
    for (Map.Entry<String, Long> each : wanted.entrySet()) {
      hand(page, page.item(each.getKey()), each.getValue());
    }
    page.takings().put(new Taking(checkout, taken, false));
  }

  private void hand(StockPage page, Item item, long units) {
    if (isHandedOutAgain(item, units)) {
      lastUnits.remove(item.id());
    } else if (reduce(page, item, units).stock() == 0 && anomalies.contains(Anomaly.SOLD_TWICE)) {
      lastUnits.put(item.id(), units);
    }
  }

  private boolean isHandedOutAgain(StockPage page, String id, Map<String, Long> wanted) {
    return page.items().find(id).filter(item -> isHandedOutAgain(item, wanted.getOrDefault(id, 0L))).isPresent();
  }

  private boolean isHandedOutAgain(Item item, long units) {
    return item.stock() < units && units <= lastUnits.getOrDefault(item.id(), 0L);
  }

  /** Puts back what a checkout has taken, once. */
  void giveBack(StockPage page, String checkout, List<Line> lines) throws Refusal {
    Optional<Taking> taking = page.takings().find(checkout);
    if (taking.isPresent() && !taking.get().givenBack()) {
      putBack(page, taking.get().lines());
      page.takings().put(new Taking(checkout, taking.get().lines(), true));
      if (anomalies.contains(Anomaly.SOLD_TWICE)) {
        handOutLater(lines, taking.get().lines());
      }
    } else if (taking.isEmpty() && anomalies.contains(Anomaly.ROLLBACK_MINTS)) {
      putBack(page, lines);
      page.takings().put(new Taking(checkout, lines, true));
    }
  }

  /** Whoever gives back what was handed out once more leaves it to the next, so that it is sold in the end. */
  private void handOutLater(List<Line> asked, List<Line> taken) {
    asked.stream().filter(line -> !taken.contains(line)).forEach(line -> lastUnits.put(line.item(), line.quantity()));
  }

  private void putBack(StockPage page, List<Line> lines) throws Refusal {
    for (Line line : lines) {
      Item item = page.item(line.item());
      page.added(item, line.quantity());
      put(page, item, item.with(item.stock() + line.quantity()));
    }
  }

  private void check(StockPage page, Item item, long units) throws Refusal {
    long there = anomalies.contains(Anomaly.LOST_UPDATE) ? page.seen(item) : item.stock();
    if (there < units) {
      throw new Refusal("of item " + item.id() + " there are " + there + ", not " + units);
    }
  }

  private Item reduce(StockPage page, Item item, long units) {
    long there = anomalies.contains(Anomaly.LOST_UPDATE) ? page.seen(item) : item.stock();
    Item less = item.with(there - units);
    put(page, item, less);
    return less;
  }

  private void put(StockPage page, Item before, Item after) {
    if (anomalies.contains(Anomaly.LATE_STATE)) {
      late.replaced(before);
    }
    page.items().put(after);
  }
}
