package invariant;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import invariant.Channels.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a channel's last acknowledged update asked for, outcome and data, is what all its wallets hold in the end. */
public final class AcknowledgedUpdatesAreHeld implements Invariant {

  @Override
  public String title() {
    return "acknowledged updates are held";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Updates(evidence.book(Channels.class, Channels::new));
  }

  /** An outcome and data, as texts that are equal for equal ones; empty where nothing was asked for. */
  private record Content(String outcome, String data) {

    private static final Pattern ZEROS = Pattern.compile("0x0+");

    static Content of(JsonNode node) {
      String outcome = Money.outcome(node.path("allocations")).map(Object::toString).orElse("");
      // Destinations are 32 bytes, addresses 20: both name the same.
      return new Content(ZEROS.matcher(outcome).replaceAll("0x"), Money.lowerCase(node.path("appData")));
    }

    boolean isHeldBy(Content held) {
      return (outcome.isEmpty() || outcome.equals(held.outcome)) && (data.isEmpty() || data.equals(held.data));
    }
  }

  /** The update of a channel that began last; contested when another one had not ended by then. */
  private record Last(Content asked, long started, long ended, boolean contested) {

    Last then(Last other) {
      Last later = other.started >= started ? other : this;
      return new Last(later.asked, later.started, Math.max(ended, other.ended),
          Math.min(ended, other.ended) > later.started);
    }
  }

  private record Held(String server, Content content) {}

  private static final class Updates implements Examination {

    private final Findings findings = new Findings("lost update");
    private final Channels channels;
    private final Map<String, Last> updates = new HashMap<>();
    private final Map<String, List<Held>> held = new HashMap<>();
    private long acknowledged;

    Updates(Channels channels) {
      this.channels = channels;
    }

    @Override
    public void see(Operation operation) {
      if (!operation.ok()) {
        return;
      }
      switch (operation.kind()) {
        case Kinds.UPDATE -> {
          acknowledged++;
          Content asked = Content.of(operation.asked());
          updates.merge(Money.lowerCase(operation.answered().path("channelId")),
              new Last(asked, operation.invocation().started(), operation.ended(), false), Last::then);
        }
        case Kinds.READ_CHANNEL -> shown(operation);
        default -> {
          // neither asks for a content nor shows one
        }
      }
    }

    /** What is held is what was asked for, as a rule, and the same at all wallets: it is kept once. */
    private void shown(Operation read) {
      String id = read.entity().toLowerCase(Locale.ROOT);
      Content content = Content.of(read.answered());
      List<Held> sides = held.computeIfAbsent(id, _ -> new ArrayList<>(2));
      Last last = updates.get(id);
      Content known = !sides.isEmpty() ? sides.getFirst().content() : last == null ? content : last.asked();
      sides.add(new Held(read.asked().path("server").asText(), content.equals(known) ? known : content));
    }

    @Override
    public Verdict verdict() {
      channels.openUnread(findings);
      held.forEach((id, sides) -> sides.forEach(side -> judge(Objects.requireNonNull(channels.byId(id)), side)));
      return findings.verdict(Findings.count(acknowledged, "acknowledged update") + " of "
          + Findings.count(updates.size(), "channel") + ": the last of each is what its wallets hold");
    }

    private void judge(Channel channel, Held side) {
      findings.checked();
      Last last = updates.get(channel.id);
      if (last == null || last.asked.isHeldBy(side.content)) {
        return;
      }
      String witness = channel + ": an update to " + last.asked + " was acknowledged, " + side.server + " holds "
          + side.content;
      if (channel.unsure || last.contested) {
        findings.open(witness);
      } else {
        findings.broken(witness);
      }
    }
  }
}
