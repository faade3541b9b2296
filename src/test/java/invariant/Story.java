package invariant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.History;
import history.Invocation;
import history.Note;
import history.Operation;
import history.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A history told step by step: one thing after the other, unless said otherwise. Requests go to A. */
final class Story {

  static final Outcome TIMEOUT = new Outcome.Unknown("timeout", "no answer");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<Operation> operations = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private long now;

  Story planned(String job, String... instructions) {
    ObjectNode value = JSON.objectNode().put("job", job);
    ArrayNode array = value.putArray("instructions");
    List.of(instructions).forEach(array::add);
    notes.add(new Note("job", now, value));
    return this;
  }

  Story created(String job, Shown channel) {
    return created("Direct", job, channel);
  }

  Story created(String funding, String job, Shown channel) {
    ObjectNode asked = server("A").put("funding", funding);
    asked.set("allocations", channel.allocations());
    return tell(Kinds.CREATE, job, asked, channel.json());
  }

  Story updated(String job, Shown channel) {
    return updated(job, channel, channel);
  }

  /** A wallet says yes to an update, and shows something else. */
  Story updated(String job, Shown asked, Shown answered) {
    ObjectNode change = server("A").put("appData", "0x");
    change.set("allocations", asked.allocations());
    return tell(Kinds.UPDATE, job, change, answered.json());
  }

  /** A channel of the ledger's money is created, and nobody knows what came of it. */
  Story borrowed(String ledger, String job) {
    return tell(Kinds.CREATE, job, server("A").put("funding", "Ledger").put("ledgerJob", ledger), TIMEOUT);
  }

  /** A whole database was read, and so many of the run's channels were in it. */
  Story rows(String server, long rows) {
    return tell(Kinds.READ_ROWS, server, server(server), JSON.objectNode().put("rows", rows));
  }

  Story closed(String job, Shown channel) {
    return tell(Kinds.CLOSE, job, server("A"), channel.json());
  }

  /** Nobody knows what came of a request. */
  Story unanswered(String kind, String job) {
    return tell(kind, job, server("A"), TIMEOUT);
  }

  Story refused(String kind, String job) {
    return tell(kind, job, server("A"), new Outcome.Refused("dependency-failed", "nothing was sent"));
  }

  /** Both wallets show the same channel in the end. */
  Story readAtBoth(Shown channel) {
    return read("A", channel).read("B", channel);
  }

  Story read(String server, Shown channel) {
    return tell(Kinds.READ_CHANNEL, channel.id(), server(server), channel.json());
  }

  Story states(String server, Shown... states) {
    ObjectNode answered = JSON.objectNode();
    ArrayNode array = answered.putArray("states");
    List.of(states).forEach(state -> array.add(state.state()));
    return tell(Kinds.READ_STATES, states[0].id(), server(server), answered);
  }

  Story row(String server, Shown channel) {
    return tell(Kinds.READ_ROW, channel.id(), server(server),
        JSON.objectNode()
            .put("channelId", channel.id())
            .put("status", channel.status())
            .put("turnNum", channel.turn()));
  }

  /** A read that had no good end. */
  Story readFailed(String kind, String entity, String server, Outcome outcome) {
    return tell(kind, entity, server(server), outcome);
  }

  Story deposited(String channelId, long... amounts) {
    ObjectNode answered = JSON.objectNode();
    ArrayNode deposits = answered.putArray("deposits");
    for (long amount : amounts) {
      deposits.addObject().put("channelId", channelId).put("asset", Shown.COIN).put("amount", amount);
    }
    return tell(Kinds.READ_DEPOSITS, "", JSON.objectNode(), answered);
  }

  Story paidOut(String channelId, long before, long after) {
    ObjectNode answered = JSON.objectNode();
    answered.putArray("payouts")
        .addObject()
        .put("channelId", channelId)
        .put("asset", Shown.COIN)
        .put("initialHoldings", before)
        .put("finalHoldings", after);
    return tell(Kinds.READ_PAYOUTS, "", JSON.objectNode(), answered);
  }

  Story nothingPaidOut() {
    ObjectNode answered = JSON.objectNode();
    answered.putArray("payouts");
    return tell(Kinds.READ_PAYOUTS, "", JSON.objectNode(), answered);
  }

  Story held(String channelId, long holdings) {
    return tell(Kinds.READ_HOLDINGS, channelId, JSON.objectNode(),
        JSON.objectNode().put("asset", Shown.COIN).put("holdings", holdings));
  }

  Story balances(long receivedByA, long receivedByB) {
    tell(Kinds.READ_BALANCE, Shown.TO_A, JSON.objectNode(),
        JSON.objectNode().put("before", 100).put("after", 100 + receivedByA));
    return tell(Kinds.READ_BALANCE, Shown.TO_B, JSON.objectNode(),
        JSON.objectNode().put("before", "0x64").put("after", Long.toString(100 + receivedByB)));
  }

  Story adjudicator(long change) {
    return tell(Kinds.READ_ADJUDICATOR, "", JSON.objectNode(), JSON.objectNode().put("balance", change));
  }

  History history() {
    return History.of(List.copyOf(operations), List.copyOf(notes));
  }

  private static ObjectNode server(String server) {
    return JSON.objectNode().put("server", server);
  }

  private Story tell(String kind, String entity, JsonNode asked, Outcome outcome) {
    return tell(invoked(kind, entity, asked), outcome, NullNode.getInstance());
  }

  private Story tell(String kind, String entity, JsonNode asked, JsonNode answered) {
    return tell(invoked(kind, entity, asked), Outcome.OK, answered);
  }

  private Invocation invoked(String kind, String entity, JsonNode asked) {
    now += 10;
    return new Invocation(operations.size(), 1, kind, entity, !kind.startsWith("read"), now, now, now, asked);
  }

  /** Adds an operation that began when the last one did: the two overlap. */
  Story meanwhile(String kind, String entity, JsonNode answered) {
    Invocation last = operations.getLast().invocation();
    long began = last.started();
    Invocation invocation = new Invocation(operations.size(), 2, kind, entity, true, began, began, began, last.asked());
    return tell(invocation, Outcome.OK, answered);
  }

  private Story tell(Invocation invocation, Outcome outcome, JsonNode answered) {
    now += 10;
    operations.add(invocation.ended(now, List.of(), outcome, answered));
    return this;
  }
}
