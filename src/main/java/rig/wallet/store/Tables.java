package rig.wallet.store;

import contract.VariablePart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Mark;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Terms;
import rig.wallet.channel.Turn;
import rig.wallet.wire.ExitBody;
import rig.wallet.wire.Json;
import rig.wallet.wire.TermsBody;

/** The words of SQL: many channels in one statement each way. */
final class Tables {

  private static final String INSERT_CHANNELS = """
      insert into channels (channel_id, status, turn_num, marks, terms)
      select * from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[])""";
  private static final String UPDATE_CHANNELS = """
      update channels set status = new.status, turn_num = new.turn_num, marks = new.marks
      from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) as new (channel_id, status, turn_num, marks)
      where channels.channel_id = new.channel_id""";
  private static final String SAVE_STATES = """
      insert into states (channel_id, turn_num, outcome, app_data, is_final, state_hash, signatures)
      select * from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[])
      on conflict (channel_id, turn_num) do update set outcome = excluded.outcome, app_data = excluded.app_data,
      is_final = excluded.is_final, state_hash = excluded.state_hash, signatures = excluded.signatures""";

  private Tables() {}

  static void insertChannels(Connection connection, List<Entry> entries) throws SQLException {
    if (!entries.isEmpty()) {
      execute(connection, INSERT_CHANNELS, text(entries, entry -> id(entry.channel())), text(entries, Tables::status),
          numbers(entries, Tables::turn), text(entries, Tables::marks), text(entries, Tables::terms));
    }
  }

  static void updateChannels(Connection connection, List<Entry> entries) throws SQLException {
    if (!entries.isEmpty()) {
      execute(connection, UPDATE_CHANNELS, text(entries, entry -> id(entry.channel())), text(entries, Tables::status),
          numbers(entries, Tables::turn), text(entries, Tables::marks));
    }
  }

  private record State(String channelId, Turn turn) {}

  static void saveStates(Connection connection, List<Entry> entries) throws SQLException {
    List<State> states = entries.stream()
        .flatMap(entry -> entry.turns().stream().map(turn -> new State(id(entry.channel()), turn)))
        .toList();
    if (!states.isEmpty()) {
      execute(connection, SAVE_STATES, text(states, State::channelId), numbers(states, state -> state.turn().number()),
          text(states, state -> Json.text(ExitBody.of(state.turn().state().outcome()))),
          text(states, state -> state.turn().state().appData()),
          states.stream().map(state -> state.turn().state().isFinal()).toArray(Boolean[]::new),
          text(states, state -> state.turn().hash()),
          text(states, state -> String.join(",", state.turn().signatures())));
    }
  }

  /** A channel from its row and its last states, oldest first. */
  static Channel channel(ResultSet row, List<Turn> tail, String me) throws SQLException {
    try {
      Terms terms = Json.read(row.getString("terms"), TermsBody.class).terms();
      EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
      Arrays.stream(row.getString("marks").split(","))
          .filter(name -> !name.isEmpty())
          .map(Mark::valueOf)
          .forEach(marks::add);
      return new Channel(terms, terms.indexOf(me), tail, marks);
    } catch (Refusal e) {
      throw new SQLException("the terms of channel " + row.getString("channel_id") + " are damaged", e);
    }
  }

  static Turn turn(ResultSet row) throws SQLException {
    try {
      var outcome = ExitBody.outcome(List.of(Json.read(row.getString("outcome"), ExitBody[].class)));
      var state = new VariablePart(outcome, row.getString("app_data"), row.getLong("turn_num"),
          row.getBoolean("is_final"));
      return new Turn(state, row.getString("state_hash"), List.of(row.getString("signatures").split(",", -1)));
    } catch (Refusal e) {
      throw new SQLException("turn " + row.getLong("turn_num") + " of a channel is damaged", e);
    }
  }

  private static String id(Channel channel) {
    return channel.terms().channelId();
  }

  private static String status(Entry entry) {
    return entry.channel().status().wireName();
  }

  private static Long turn(Entry entry) {
    return entry.channel().supported().number();
  }

  private static String marks(Entry entry) {
    return entry.channel().marks().stream().map(Mark::name).sorted().collect(Collectors.joining(","));
  }

  private static String terms(Entry entry) {
    return Json.text(TermsBody.of(entry.channel().terms()));
  }

  private static <T> String[] text(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static <T> Long[] numbers(List<T> rows, Function<T, Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }

  private static void execute(Connection connection, String sql, Object[]... columns) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.length; i++) {
        statement.setArray(i + 1, connection.createArrayOf(typeOf(columns[i]), columns[i]));
      }
      statement.executeUpdate();
    }
  }

  private static String typeOf(Object[] column) {
    return switch (column) {
      case Long[] numbers -> "bigint";
      case Boolean[] flags -> "boolean";
      default -> "text";
    };
  }
}
