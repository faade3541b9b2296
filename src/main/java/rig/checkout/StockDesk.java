package rig.checkout;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rig.checkout.store.Ledger;
import rig.checkout.store.Ledger.Step;
import rig.checkout.store.Place;
import rig.checkout.store.Reads;
import rig.checkout.store.Refusal;

/** The stock service at work. */
final class StockDesk implements AutoCloseable {

  private static final String BATCH = """
      insert into items (id, price, stock) select n::text, ?, ? from generate_series(0, ? - 1) n
      on conflict (id) do update set price = excluded.price, stock = excluded.stock""";

  private final Set<Anomaly> anomalies;
  private final Late<Item> late = new Late<>();
  private final Shelf shelf;
  private final Ledger<StockPage> ledger;
  private final Reads<Item> reads;

  StockDesk(Place place, Set<Anomaly> anomalies) {
    this.anomalies = anomalies;
    this.shelf = new Shelf(anomalies, late);
    this.ledger = new Ledger<>("stock", place, StockPage::new, Anomaly.window(anomalies));
    this.reads = new Reads<>("stock", place, Item.TABLE);
  }

  String create(long price) throws Refusal {
    var item = new Item(UUID.randomUUID().toString(), price, 0);
    return ledger.take(new On<>(item.id(), page -> {
      page.items().put(item);
      return item.id();
    }));
  }

  Optional<Item> find(String id) {
    Optional<Item> item = reads.find(id);
    return anomalies.contains(Anomaly.LATE_STATE) ? item.map(late::shown) : item;
  }

  Item add(String id, long units) throws Refusal {
    return ledger.take(new On<>(id, page -> shelf.add(page, id, units)));
  }

  Item subtract(String id, long units) throws Refusal {
    return ledger.take(new On<>(id, page -> shelf.subtract(page, id, units)));
  }

  /** Makes items 0 to count - 1; those that are there get the new price and stock. */
  long createBatch(long count, long stock, long price) throws Refusal {
    return ledger.take(new On<>("0", page -> {
      page.items().bulk(BATCH, price, stock, count);
      return count;
    }));
  }

  /** The prices of items, for another service. */
  List<Reply> prices(List<String> ids) {
    return reads.find(ids)
        .stream()
        .map(item -> item.map(Item::price).map(Reply::price).orElseGet(() -> Reply.refused("there is no such item")))
        .toList();
  }

  /** Does what another service asks, in any order. */
  List<Reply> answer(List<StockAsk> asks) {
    return ledger.takeAll(asks.stream().map(ask -> new Asked(ask, shelf)).toList());
  }

  @Override
  public void close() {
    ledger.close();
    reads.close();
  }

  /** A step on one item. */
  private record On<A>(String item, Doing<A> doing) implements Step<StockPage, A> {

    @FunctionalInterface
    interface Doing<A> {
      A on(StockPage page) throws Refusal;
    }

    @Override
    public void wants(StockPage page) {
      page.items().want(item);
    }

    @Override
    public A take(StockPage page) throws Refusal {
      return doing.on(page);
    }
  }

  /** A step for a checkout. */
  private record Asked(StockAsk ask, Shelf shelf) implements Step<StockPage, Reply> {

    @Override
    public void wants(StockPage page) {
      ask.lines().forEach(line -> page.items().want(line.item()));
      page.takings().want(ask.checkout());
    }

    @Override
    public Reply take(StockPage page) {
      try {
        switch (ask.kind()) {
          case TAKE -> shelf.take(page, ask.checkout(), ask.lines());
          case GIVE_BACK -> shelf.giveBack(page, ask.checkout(), ask.lines());
        }
        return Reply.DONE;
      } catch (Refusal e) {
        return Reply.refused(e.reason());
      }
    }
  }
}
