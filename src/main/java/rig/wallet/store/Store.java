package rig.wallet.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Turn;

/** The channels of one wallet in its database. Throws {@link StoreException} when that does not answer. */
public final class Store implements AutoCloseable {

  private static final String COLUMNS = "select channel_id, marks, terms from channels ";
  private static final String STATES = "select * from states where channel_id = ? ";

  private final DataSource database;
  private final String me;
  private final Committer committer;

  private Store(DataSource database, String me, Committer committer) {
    this.database = database;
    this.me = me;
    this.committer = committer;
  }

  /**
   * Opens a database, and makes its tables when they are not there.
   *
   * @param me the signing address of the wallet
   */
  public static Store open(DataSource database, String me) {
    Flyway.configure().dataSource(database).locations("classpath:rig/wallet").load().migrate();
    return new Store(database, me, new Committer(me.substring(0, 6), database));
  }

  /** Blocks until a step is on disk, together with those of other channels. */
  public void save(Entry entry) {
    committer.save(entry);
  }

  /** One channel with its last states. */
  public Optional<Channel> find(String channelId) {
    return channels("where channel_id = ?", channelId).stream().findFirst();
  }

  /** All channels that are not closed. */
  public List<Channel> open() {
    return channels("where status <> ?", "closed");
  }

  /** Up to {@code limit} channels in the order of their ids, after a given one. */
  public List<Channel> page(String after, int limit) {
    return channels("where channel_id > ? order by channel_id limit " + limit, after);
  }

  /** All states of a channel, in turn order. */
  public List<Turn> states(String channelId) {
    return ask(connection -> turns(connection, "order by turn_num", channelId));
  }

  /** Removes a channel, as if it had never been: for a planted anomaly. */
  public void forget(String channelId) {
    ask(connection -> {
      try (PreparedStatement states = connection.prepareStatement("delete from states where channel_id = ?");
          PreparedStatement channel = connection.prepareStatement("delete from channels where channel_id = ?")) {
        states.setString(1, channelId);
        channel.setString(1, channelId);
        return states.executeUpdate() + channel.executeUpdate();
      }
    });
  }

  private List<Channel> channels(String condition, String parameter) {
    return ask(connection -> {
      List<Channel> channels = new ArrayList<>();
      try (PreparedStatement statement = connection.prepareStatement(COLUMNS + condition)) {
        statement.setString(1, parameter);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            channels.add(channel(connection, rows));
          }
        }
      }
      return channels;
    });
  }

  private Channel channel(Connection connection, ResultSet row) throws SQLException {
    List<Turn> newestFirst = turns(connection, "order by turn_num desc limit 8", row.getString("channel_id"));
    return Tables.channel(row, newestFirst.reversed(), me).trimmed();
  }

  private static List<Turn> turns(Connection connection, String order, String channelId) throws SQLException {
    List<Turn> turns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(STATES + order)) {
      statement.setString(1, channelId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          turns.add(Tables.turn(rows));
        }
      }
    }
    return turns;
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private <T> T ask(Question<T> question) {
    try (Connection connection = database.getConnection()) {
      return question.ask(connection);
    } catch (SQLException e) {
      throw new StoreException("the database does not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    committer.close();
  }
}
