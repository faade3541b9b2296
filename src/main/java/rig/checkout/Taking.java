package rig.checkout;

import java.util.List;
import rig.checkout.store.Row;
import rig.checkout.store.Table;
import rig.checkout.store.Table.Column;

/**
 * What a checkout has taken from the shelf; asked again, it gets the same answer.
 *
 * @param id of the checkout
 * @param lines what was taken
 * @param givenBack whether it is on the shelf again
 */
record Taking(String id, List<Line> lines, boolean givenBack) implements Row {

  static final Table<Taking> TABLE = new Table<>("takings",
      row -> new Taking(row.getString(1), Json.lines(row.getString(2)), row.getBoolean(3)),
      List.of(Column.text("id", Taking::id), Column.text("lines", taking -> Json.text(taking.lines())),
          Column.flag("given_back", Taking::givenBack)));
}
