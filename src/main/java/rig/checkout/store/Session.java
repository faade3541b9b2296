package rig.checkout.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a database, made when it is needed, and made again after it has failed. For one thread at a time.
 *
 * <p>Whoever writes holds a lock of the whole database. So a writer that was cut off in the middle of a commit has surely
 * ended, one way or the other, before the next one reads.
 */
final class Session implements AutoCloseable {

  /** Rows are read by their keys alone; a plan made while a table was small would go through all of it for ever. */
  private static final String NO_SCANS = "set enable_seqscan = off";
  private static final String LOCK = "select pg_advisory_lock(1)";

  private final Place place;
  private final List<String> greeting;
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  private Session(Place place, List<String> greeting) {
    this.place = place;
    this.greeting = greeting;
  }

  /** For the one writer of a database. */
  static Session writing(Place place) {
    return new Session(place, List.of(NO_SCANS, LOCK));
  }

  /** For readers: each statement by itself. */
  static Session reading(Place place) {
    return new Session(place, List.of(NO_SCANS));
  }

  /** Something done with the connection. */
  @FunctionalInterface
  interface Use {
    void with(Connection connection) throws SQLException;
  }

  /** In one transaction. */
  void commit(Use use) throws SQLException {
    with(open -> {
      open.setAutoCommit(false);
      use.with(open);
      open.commit();
    });
  }

  /** Each statement by itself. */
  void ask(Use use) throws SQLException {
    with(use);
  }

  private void with(Use use) throws SQLException {
    Connection open = open();
    boolean done = false;
    try {
      use.with(open);
      done = true;
    } finally {
      if (!done) {
        forget(open); // its transaction ends with it
      }
    }
  }

  private Connection open() throws SQLException {
    if (closed) {
      throw new SQLException("the service has been stopped");
    }
    Connection open = connection;
    if (open == null) {
      open = DriverManager.getConnection(place.url(), place.user(), "");
      connection = open;
      if (closed) { // it may have been too early to be cut
        forget(open);
        throw new SQLException("the service has been stopped");
      }
      try (Statement statement = open.createStatement()) {
        for (String sql : greeting) {
          statement.execute(sql);
        }
      }
    }
    return open;
  }

  private void forget(Connection open) throws SQLException {
    connection = null;
    open.abort(Runnable::run);
  }

  /** Cuts the connection, whatever it is doing. */
  @Override
  public void close() throws SQLException {
    closed = true;
    Optional<Connection> open = Optional.ofNullable(connection);
    if (open.isPresent()) {
      open.get().abort(Runnable::run);
    }
  }
}
