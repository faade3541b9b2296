package rig.checkout;

import java.util.List;
import rig.checkout.store.Row;
import rig.checkout.store.Table;
import rig.checkout.store.Table.Column;

/** An item on the shelf: its price and how many there are. */
record Item(String id, long price, long stock) implements Row {

  static final Table<Item> TABLE = new Table<>("items",
      row -> new Item(row.getString(1), row.getLong(2), row.getLong(3)),
      List.of(Column.text("id", Item::id), Column.number("price", Item::price), Column.number("stock", Item::stock)));

  Item with(long units) {
    return new Item(id, price, units);
  }
}
