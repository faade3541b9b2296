package invariant;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import invariant.Channels.Channel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In the end all wallets of a channel hold the same last supported state. */
public final class BothSidesHoldTheSameState implements Invariant {

  /** What one wallet holds: the turn, and the whole state as a text that is equal for equal states. */
  private record Held(String server, long turn, String state) {}

  private record Difference(Held one, Held other) {}

  @Override
  public String title() {
    return "both sides hold the same state";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Comparisons(evidence.book(Channels.class, Channels::new));
  }

  private static final class Comparisons implements Examination {

    private final Findings findings = new Findings("disagreement");
    private final Map<String, Held> held = new HashMap<>();
    private final Map<String, Difference> differences = new HashMap<>();
    private final Channels channels;

    Comparisons(Channels channels) {
      this.channels = channels;
    }

    @Override
    public void see(Operation operation) {
      if (operation.kind().equals(Kinds.READ_CHANNEL) && operation.ok()) {
        compare(operation, held, differences, findings);
      }
    }

    @Override
    public Verdict verdict() {
      differences.forEach((id, difference) -> judge(channels.byId(id), difference, findings));
      channels.openUnread(findings);
      return findings.verdict(Findings.count(findings.looks(), "comparison") + " of "
          + Findings.count(held.size(), "channel") + ": the same turn, outcome and data");
    }
  }

  private static void compare(Operation read, Map<String, Held> held, Map<String, Difference> differences,
      Findings findings) {
    String id = read.entity().toLowerCase(Locale.ROOT);
    Held mine = held(read);
    Held other = held.putIfAbsent(id, mine);
    if (other == null) {
      return;
    }
    findings.checked();
    if (!other.state().equals(mine.state())) {
      differences.put(id, new Difference(other, mine));
    }
  }

  /** Two states of one turn cannot both be right; of two turns the later one may still be on its way when a request is open. */
  private static void judge(@Nullable Channel channel, Difference difference, Findings findings) {
    Held one = difference.one();
    Held other = difference.other();
    String witness = Objects.requireNonNull(channel) + ": " + one.server() + " holds " + one.state() + ", "
        + other.server() + " holds " + other.state();
    if (channel.unsure && one.turn() != other.turn()) {
      findings.open(witness);
    } else {
      findings.broken(witness);
    }
  }

  private static Held held(Operation read) {
    JsonNode channel = read.answered();
    long turn = channel.path("turnNum").asLong();
    String outcome = Money.outcome(channel.path("allocations")).map(Object::toString).orElse("?");
    return new Held(read.asked().path("server").asText(), turn,
        "turn " + turn + (channel.path("isFinal").asBoolean() ? " (final)" : "") + " with hash "
            + Money.lowerCase(channel.path("stateHash")) + ", data " + Money.lowerCase(channel.path("appData"))
            + ", outcome " + outcome);
  }
}
