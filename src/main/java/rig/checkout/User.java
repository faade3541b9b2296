package rig.checkout;

import java.util.List;
import rig.checkout.store.Row;
import rig.checkout.store.Table;
import rig.checkout.store.Table.Column;

/** A customer with credit. */
record User(String id, long credit) implements Row {

  static final Table<User> TABLE = new Table<>("users", row -> new User(row.getString(1), row.getLong(2)),
      List.of(Column.text("id", User::id), Column.number("credit", User::credit)));

  User with(long money) {
    return new User(id, money);
  }
}
