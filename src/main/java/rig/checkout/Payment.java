package rig.checkout;

import java.util.List;
import rig.checkout.store.Row;
import rig.checkout.store.Table;
import rig.checkout.store.Table.Column;

/**
 * What a checkout has paid; asked again, it gets the same answer.
 *
 * @param id of the checkout
 * @param user who paid
 * @param givenBack whether the user has it again
 */
record Payment(String id, String user, long amount, boolean givenBack) implements Row {

  static final Table<Payment> TABLE = new Table<>("payments",
      row -> new Payment(row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4)),
      List.of(Column.text("id", Payment::id), Column.text("user_id", Payment::user),
          Column.number("amount", Payment::amount), Column.flag("given_back", Payment::givenBack)));

  Payment back() {
    return new Payment(id, user, amount, true);
  }
}
