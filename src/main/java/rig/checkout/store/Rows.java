package rig.checkout.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of one table that the steps of one transaction need: asked for, read, changed, saved. */
public final class Rows<R extends Row> {

  private record Bulk(String sql, long[] numbers) {}

  private final Table<R> table;
  private final Set<String> wanted = new LinkedHashSet<>();
  private final Map<String, R> read = new HashMap<>();
  private final Map<String, R> changed = new LinkedHashMap<>();
  private final List<Bulk> bulks = new ArrayList<>();

  /** Nothing is wanted yet. */
  public Rows(Table<R> table) {
    this.table = table;
  }

  /** A step will look at that row. */
  public void want(String id) {
    wanted.add(id);
  }

  /** The row as the steps before have left it. */
  public Optional<R> find(String id) {
    return Optional.ofNullable(changed.getOrDefault(id, read.get(id)));
  }

  /** The row as it was when the transaction began. */
  public Optional<R> asRead(String id) {
    return Optional.ofNullable(read.get(id));
  }

  /** A new row, or one in the place of another. */
  public void put(R row) {
    changed.put(row.id(), row);
  }

  /** A statement to be run once the rows have been saved, with these numbers in its places. */
  public void bulk(String sql, long... numbers) {
    bulks.add(new Bulk(sql, numbers));
  }

  void load(Connection connection) throws SQLException {
    if (!wanted.isEmpty()) {
      read.putAll(table.read(connection, wanted));
    }
  }

  void save(Connection connection) throws SQLException {
    if (!changed.isEmpty()) {
      table.save(connection, Collections.unmodifiableCollection(changed.values()));
    }
    for (Bulk bulk : bulks) {
      try (PreparedStatement statement = connection.prepareStatement(bulk.sql())) {
        for (int i = 0; i < bulk.numbers().length; i++) {
          statement.setLong(i + 1, bulk.numbers()[i]);
        }
        statement.executeUpdate();
      }
    }
  }
}
