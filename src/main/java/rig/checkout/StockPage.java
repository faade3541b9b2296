package rig.checkout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rig.checkout.store.Page;
import rig.checkout.store.Refusal;
import rig.checkout.store.Rows;

/** The stock service's database as one transaction sees it. */
final class StockPage implements Page {

  private final Rows<Item> items = new Rows<>(Item.TABLE);
  private final Rows<Taking> takings = new Rows<>(Taking.TABLE);
  /** Units as somebody sees them who does not wait for others: for {@link Anomaly#LOST_UPDATE}. */
  private final Map<String, Long> seen = new HashMap<>();

  Rows<Item> items() {
    return items;
  }

  Rows<Taking> takings() {
    return takings;
  }

  Item item(String id) throws Refusal {
    return items.find(id).orElseThrow(() -> new Refusal("there is no item " + id));
  }

  /** What was there when the transaction began, and what was added since. */
  long seen(Item item) {
    return seen.computeIfAbsent(item.id(), id -> items.asRead(id).orElse(item).stock());
  }

  void added(Item item, long units) {
    seen.put(item.id(), seen(item) + units);
  }

  @Override
  public List<Rows<?>> rows() {
    return List.of(items, takings);
  }
}
