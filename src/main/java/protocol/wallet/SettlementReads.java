package protocol.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import contract.ChainEvent;
import contract.Exit;
import history.Invocation;
import history.Outcome;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import targets.ChainSpec;
import targets.Endpoint;

/** Reads what the databases and the chain say of the run's channels into the history. Blocks: never on an event loop. */
final class SettlementReads {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int ROWS_AT_A_TIME = 1_000;
  private static final int ATTEMPTS = 4;

  private final WalletComponents wallets;
  private final long user;

  SettlementReads(WalletComponents wallets, long user) {
    this.wallets = wallets;
    this.user = user;
  }

  /** Something that is read. */
  @FunctionalInterface
  private interface Read {
    JsonNode answer() throws Exception;
  }

  /** Reads all; what cannot be read is in the history as unknown. */
  void readAll() {
    wallets.target()
        .endpoints()
        .forEach(endpoint -> endpoint.database().ifPresent(database -> readRows(endpoint.role(), database)));
    wallets.target().chain().ifPresent(this::readChain);
  }

  private void readRows(String server, Endpoint.Database database) {
    ObjectNode asked = JSON.objectNode().put("server", server);
    Set<String> ids = new TreeSet<>();
    wallets.channels().all().forEach(entry -> ids.add(entry.channelId()));
    try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        PreparedStatement select = connection.prepareStatement("select channel_id, status, turn_num from channels")) {
      connection.setAutoCommit(false); // or the driver fetches all rows at once
      select.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet rows = select.executeQuery()) {
        long ours = 0;
        while (rows.next()) {
          ObjectNode row = JSON.objectNode()
              .put("channelId", rows.getString(1))
              .put("status", rows.getString(2))
              .put("turnNum", rows.getLong(3));
          if (ids.contains(rows.getString(1))) {
            ours++;
            read("read row", rows.getString(1), asked, () -> row);
          }
        }
        JsonNode count = JSON.objectNode().put("rows", ours);
        read("read rows", server, asked, () -> count);
      }
    } catch (SQLException e) {
      read("read row", "", asked, () -> {
        throw e;
      });
    }
  }

  private void readChain(ChainSpec chain) {
    Baseline before = wallets.baseline();
    ObjectNode nothing = JSON.objectNode();
    try (Settlement settlement = new Settlement(chain)) {
      List<ChainEvent> events = settlement.events(before.block() + 1);
      read("read deposits", chain.adjudicator(), nothing, () -> deposits(events));
      read("read payouts", chain.adjudicator(), nothing, () -> payouts(events));
      Set<String> ids = new TreeSet<>();
      events.forEach(event -> ids.add(event.channelId()));
      for (String id : ids) {
        read("read holdings", id, nothing,
            () -> JSON.objectNode()
                .put("asset", Exit.COIN)
                .put("holdings", settlement.holdings(Exit.COIN, id).toString()));
      }
      before.balances()
          .forEach((destination, balance) -> read("read balance", destination, nothing,
              () -> JSON.objectNode()
                  .put("before", balance.toString())
                  .put("after", settlement.balance(Baseline.address(destination)).toString())));
      read("read adjudicator", chain.adjudicator(), nothing, () -> JSON.objectNode()
          .put("balance", settlement.balance(chain.adjudicator()).subtract(before.adjudicator()).toString()));
    } catch (IOException e) {
      read("read deposits", chain.adjudicator(), nothing, () -> {
        throw e;
      });
    }
  }

  /** The event tells what is held, not what came: the difference to what was held before. */
  private static JsonNode deposits(List<ChainEvent> events) {
    ObjectNode answer = JSON.objectNode();
    ArrayNode deposits = answer.putArray("deposits");
    Map<String, BigInteger> held = new HashMap<>();
    for (ChainEvent event : events) {
      switch (event) {
        case ChainEvent.Deposited(String id, _, String asset, BigInteger now) -> {
          BigInteger earlier = held.getOrDefault(id, BigInteger.ZERO);
          held.put(id, now);
          deposits.addObject()
              .put("channelId", id)
              .put("asset", asset)
              .put("holdings", now.toString())
              .put("amount", now.subtract(earlier).toString());
        }
        case ChainEvent.AllocationUpdated(String id, _, _, ChainEvent.Holdings holdings) ->
          held.put(id, holdings.after());
        case ChainEvent.ChallengeRegistered _,ChainEvent.ChallengeCleared _,ChainEvent.Concluded _ -> {
          // moves no money
        }
      }
    }
    return answer;
  }

  private static JsonNode payouts(List<ChainEvent> events) {
    ObjectNode answer = JSON.objectNode();
    ArrayNode payouts = answer.putArray("payouts");
    for (ChainEvent event : events) {
      if (event instanceof ChainEvent.AllocationUpdated(String id, _, _, ChainEvent.Holdings holdings)) {
        payouts.addObject()
            .put("channelId", id)
            .put("asset", Exit.COIN)
            .put("initialHoldings", holdings.before().toString())
            .put("finalHoldings", holdings.after().toString());
      }
    }
    return answer;
  }

  private void read(String kind, String entity, ObjectNode asked, Read read) {
    long now = wallets.clock().now();
    Invocation invocation = new Invocation(wallets.nextOperation(), user, kind, entity, false, now, now, now, asked);
    wallets.record(invocation);
    JsonNode answer = NullNode.getInstance();
    Outcome outcome = Outcome.OK;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        answer = read.answer();
        outcome = Outcome.OK;
        break;
      } catch (Exception e) { // a node may have sealed a block between two looks: the next one is whole again
        outcome = new Outcome.Unknown("read-failed", String.valueOf(e.getMessage()));
      }
    }
    wallets.record(invocation.ended(wallets.clock().now(), List.of(), outcome, answer));
  }
}
