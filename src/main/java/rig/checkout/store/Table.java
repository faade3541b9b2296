package rig.checkout.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How rows of a kind are spelled in SQL: many of them in one statement each way. */
public final class Table<R extends Row> {

  /** Makes a row of what was read. */
  @FunctionalInterface
  public interface Reader<R> {
    R row(ResultSet columns) throws SQLException;
  }

  /**
   * A column.
   *
   * @param type as PostgreSQL names it
   * @param value what a row has there
   */
  public record Column<R>(String name, String type, Function<R, Object> value) {

    /** A column of text. */
    public static <R> Column<R> text(String name, Function<R, Object> value) {
      return new Column<>(name, "text", value);
    }

    /** A column of whole numbers. */
    public static <R> Column<R> number(String name, Function<R, Object> value) {
      return new Column<>(name, "bigint", value);
    }

    /** A column of yes and no. */
    public static <R> Column<R> flag(String name, Function<R, Object> value) {
      return new Column<>(name, "boolean", value);
    }
  }

  private final Reader<R> reader;
  private final List<Column<R>> columns;
  private final String selectAll;
  private final String select;
  private final String save;

  /** A table; its first column is the key. */
  public Table(String name, Reader<R> reader, List<Column<R>> columns) {
    this.reader = reader;
    this.columns = columns;
    String key = columns.getFirst().name();
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    selectAll = "select " + names + " from " + name + " where ";
    select = selectAll + key + " = any(?)";
    save = columns.stream()
        .map(column -> "?::" + column.type() + "[]")
        .collect(Collectors.joining(", ", "insert into " + name + " (" + names + ") select * from unnest(", ")"))
        + columns.stream()
            .skip(1)
            .map(column -> column.name() + " = excluded." + column.name())
            .collect(Collectors.joining(", ", " on conflict (" + key + ") do update set ", ""));
  }

  Map<String, R> read(Connection connection, Collection<String> ids) throws SQLException {
    Map<String, R> rows = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          R row = reader.row(found);
          rows.put(row.id(), row);
        }
      }
    }
    return rows;
  }

  List<R> all(Connection connection, String condition, String... texts) throws SQLException {
    List<R> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(selectAll + condition)) {
      for (int i = 0; i < texts.length; i++) {
        statement.setString(i + 1, texts[i]);
      }
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(reader.row(found));
        }
      }
    }
    return rows;
  }

  void save(Connection connection, Collection<R> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(save)) {
      for (int i = 0; i < columns.size(); i++) {
        Column<R> column = columns.get(i);
        statement.setArray(i + 1, connection.createArrayOf(column.type(), rows.stream().map(column.value()).toArray()));
      }
      statement.executeUpdate();
    }
  }
}
