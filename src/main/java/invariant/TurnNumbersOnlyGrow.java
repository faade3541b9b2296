package invariant;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** No wallet ever shows a channel at an earlier turn than it has shown before, and each acknowledged update has a turn of its own. */
public final class TurnNumbersOnlyGrow implements Invariant {

  @Override
  public String title() {
    return "turn numbers only grow";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Readings(evidence.book(Channels.class, Channels::new));
  }

  /** The newest turn that each wallet has shown of each channel. */
  private static final class Readings implements Examination {

    /** Nobody can hold it against a reading that it began before another one had ended. */
    private record Shown(long turn, long ended) {}

    private final Findings findings = new Findings("backward reading");
    private final Channels channels;
    private final Map<String, Shown> latest = new HashMap<>();
    /** The newest turn that any request about a channel was answered with. */
    private final Map<String, Shown> answers = new HashMap<>();

    Readings(Channels channels) {
      this.channels = channels;
    }

    @Override
    public Verdict verdict() {
      channels.openUnread(findings);
      return findings.verdict(Findings.count(findings.looks(), "reading") + ", none of an earlier turn");
    }

    @Override
    public void see(Operation operation) {
      if (!operation.ok()) {
        return;
      }
      JsonNode answered = operation.answered();
      switch (Kinds.of(operation)) {
        case Kinds.READ_STATES -> states(operation, answered.path("states"));
        case Kinds.READ_CHANNEL, Kinds.READ_ROW -> shown(operation, operation.entity(), answered.path("turnNum"));
        default -> {
          shown(operation, answered.path("channelId").asText(""), answered.path("turnNum"));
          answered(operation);
        }
      }
    }

    /** The log itself must be in turn order, each turn once; only its newest turn is the wallet's. */
    private void states(Operation operation, JsonNode states) {
      @Nullable
      JsonNode before = null;
      for (JsonNode state : states) {
        JsonNode turn = state.path("turnNum");
        if (before != null && turn.asLong() <= before.asLong()) {
          findings.broken("channel " + operation.entity() + ": the log of " + server(operation) + " has turn "
              + turn.asLong() + " after turn " + before.asLong());
        }
        before = turn;
      }
      if (before != null) {
        shown(operation, operation.entity(), before);
      }
    }

    private void shown(Operation operation, String channelId, JsonNode turnNum) {
      long turn = turnNum.asLong(-1);
      if (channelId.isEmpty() || turn < 0) {
        return;
      }
      findings.checked();
      String key = channelId.toLowerCase(Locale.ROOT) + "@" + server(operation);
      Shown before = latest.get(key);
      if (before == null || turn > before.turn()) {
        latest.put(key, new Shown(turn, operation.ended()));
      } else if (turn < before.turn() && operation.invocation().started() >= before.ended()) {
        findings.broken("channel " + channelId + ": " + server(operation) + " showed turn " + before.turn()
            + ", and later turn " + turn + " (" + operation.kind() + ")");
      }
    }

    /** Two updates with one turn: one of them is lost. */
    private void answered(Operation operation) {
      String id = Money.lowerCase(operation.answered().path("channelId"));
      long turn = operation.answered().path("turnNum").asLong(-1);
      if (id.isEmpty()) {
        return;
      }
      Shown before = answers.get(id);
      if (before != null && turn <= before.turn() && Kinds.of(operation).equals(Kinds.UPDATE)
          && operation.invocation().started() >= before.ended()) {
        findings.broken("channel " + id + ": an update at " + server(operation) + " was acknowledged with turn " + turn
            + " after turn " + before.turn());
      }
      if (before == null || turn > before.turn()) {
        answers.put(id, new Shown(turn, operation.ended()));
      }
    }

    private static String server(Operation operation) {
      return operation.asked().path("server").asText();
    }
  }
}
