package invariant;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** At every state that any wallet shows, a channel's outcome sums to what the channel was opened with. */
public final class AllocationsSumToTheFunding implements Invariant {

  @Override
  public String title() {
    return "allocations sum to the funding";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Sums(evidence.book(Channels.class, Channels::new));
  }

  private static final class Sums implements Examination {

    private final Findings findings = new Findings("wrong sum");
    private final Channels channels;
    /** What each channel was opened with, or, where nobody can tell, what its first state seen sums to. */
    private final Map<String, String> funding = new HashMap<>();
    private final Map<String, String> same = new HashMap<>();
    private long states;

    Sums(Channels channels) {
      this.channels = channels;
    }

    @Override
    public Verdict verdict() {
      channels.openUnread(findings);
      return findings.verdict(
          Findings.count(states, "state") + " of " + Findings.count(funding.size(), "channel") + " sum to the funding");
    }

    @Override
    public void see(Operation operation) {
      String kind = Kinds.of(operation);
      JsonNode answered = operation.answered();
      if (kind.equals(Kinds.READ_STATES)) {
        if (!operation.ok()) {
          findings.open("the states of channel " + operation.entity() + " could not be read: " + operation.outcome());
        }
        answered.path("states").forEach(state -> state(operation, operation.entity(), state));
        return;
      }
      String id = answered.path("channelId").asText("");
      if (kind.equals(Kinds.CREATE) || kind.equals(Kinds.CREATE_LEDGER)) {
        Money.outcome(operation.asked().path("allocations"))
            .filter(_ -> !id.isEmpty())
            .ifPresent(asked -> funding.putIfAbsent(id.toLowerCase(Locale.ROOT), shared(Money.sums(asked))));
      }
      if (!id.isEmpty() && answered.has("allocations")) {
        state(operation, id, answered);
      }
    }

    private void state(Operation operation, String id, JsonNode state) {
      String where = "channel " + id + " at turn " + state.path("turnNum").asLong() + ", shown by "
          + operation.asked().path("server").asText();
      var outcome = Money.outcome(state.path("allocations"));
      if (outcome.isEmpty()) {
        findings.open(where + ": an outcome that cannot be read");
        return;
      }
      states++;
      findings.checked();
      String sum = shared(Money.sums(outcome.get()));
      String funded = funding.putIfAbsent(id.toLowerCase(Locale.ROOT), sum);
      if (funded != null && !funded.equals(sum)) {
        findings.broken(where + ": the outcome sums to " + sum + ", the funding is " + funded);
      }
    }

    /** Most channels have the same sums: each text is kept once. */
    private String shared(String sum) {
      return same.computeIfAbsent(sum, text -> text);
    }
  }
}
