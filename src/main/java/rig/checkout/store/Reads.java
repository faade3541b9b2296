package rig.checkout.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads rows of one table as they are on disk, many in one query. */
public final class Reads<R extends Row> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Reads.class);
  private static final int TOGETHER = 1_000;

  private static final class Wanted<R> {

    private final String id;
    private @Nullable R row;

    Wanted(String id) {
      this.id = id;
    }
  }

  private final Place place;
  private final Session session;
  private final Table<R> table;
  private final Together<Wanted<R>> together;

  /** Opens a database whose tables are there. */
  public Reads(String name, Place place, Table<R> table) {
    this.place = place;
    this.session = Session.reading(place);
    this.table = table;
    this.together = new Together<>(name + "-reads", new Together.Manner(1, TOGETHER), this::read);
  }

  /** A row, when it is there. */
  public Optional<R> find(String id) {
    return find(List.of(id)).getFirst();
  }

  /** Several rows, in the order of the ids. */
  public List<Optional<R>> find(List<String> ids) {
    List<Wanted<R>> wanted = ids.stream().map(id -> new Wanted<R>(id)).toList();
    try {
      together.await(wanted);
    } catch (ExecutionException e) {
      throw new StoreException("the database failed: " + e.getCause(), e);
    }
    return wanted.stream().map(one -> Optional.ofNullable(one.row)).toList();
  }

  /** All rows of which a condition of SQL holds, with these texts in its places. */
  public List<R> all(String condition, String... texts) {
    try (Session alone = Session.reading(place)) {
      List<R> rows = new ArrayList<>();
      alone.ask(connection -> rows.addAll(table.all(connection, condition, texts)));
      return rows;
    } catch (SQLException e) {
      throw new StoreException("the database failed: " + e.getMessage(), e);
    }
  }

  private void read(List<Wanted<R>> wanted) throws SQLException {
    Map<String, R> rows = new HashMap<>();
    session.ask(connection -> rows.putAll(table.read(connection, wanted.stream().map(one -> one.id).toList())));
    wanted.forEach(one -> one.row = rows.get(one.id));
  }

  /** Stops at once. */
  @Override
  public void close() {
    together.close();
    try {
      session.close();
    } catch (SQLException e) {
      LOG.warn("a connection does not close", e);
    }
    together.join();
  }
}
