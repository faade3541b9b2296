package invariant;

import com.fasterxml.jackson.databind.JsonNode;
import history.Note;
import history.Operation;
import history.Outcome;
import invariant.Channels.Channel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Each instruction of the load was carried out once, and each channel that was confirmed is found at all its wallets. */
public final class EveryInstructionIsAccountedFor implements Invariant {

  @Override
  public String title() {
    return "every instruction is accounted for";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Accounts(evidence.book(Channels.class, Channels::new));
  }

  private static final class Accounts implements Examination {

    private final Findings findings = new Findings("gap");
    private final Plan plan = new Plan();
    private final Rows rows = new Rows();
    private final Channels channels;

    Accounts(Channels channels) {
      this.channels = channels;
    }

    @Override
    public void see(Note note) {
      if (note.name().equals("job")) {
        plan.see(note);
      }
    }

    @Override
    public void see(Operation operation) {
      rows.see(operation);
      plan.see(operation);
    }

    @Override
    public Verdict verdict() {
      plan.judge(findings);
      long confirmed = channels.all().stream().filter(channel -> channel.acknowledged && !channel.warmUp).count();
      channels.all().forEach(channel -> traces(channel, channels, rows, findings));
      return findings.verdict(Findings.count(plan.planned, "instruction") + " carried out once each, "
          + Findings.count(confirmed, "confirmed channel") + " found at all wallets");
    }
  }

  private static void traces(Channel channel, Channels channels, Rows rows, Findings findings) {
    if (channel.isOutOfSight()) {
      findings.open(channel + " may or may not have been opened: nobody has answered, and no wallet has told its id");
    }
    if (!channel.acknowledged || channel.warmUp) {
      return;
    }
    if (channels.sides(channel).isEmpty()) {
      findings.open(channel + " was confirmed, and not read again");
    }
    for (String side : channels.sides(channel)) {
      findings.checked();
      switch (channel.reads.get(side)) {
        case null -> findings.open(channel + " was confirmed, and not read at " + side);
        case Outcome.Ok() -> {
          if (rows.lack(channel.id, side)) {
            findings.broken(channel + " was confirmed, and the database of " + side + " does not have it");
          }
        }
        case Outcome.Refused(String code, _) when code.equals("not-found") ->
          findings.broken(channel + " was confirmed, and " + side + " does not know it");
        case Outcome other -> findings.open(channel + " could not be read at " + side + ": " + other);
      }
    }
  }

  /** What each job still has to do: job and kind, and how often; below zero when it was done too often. */
  private static final class Plan {

    private final Map<String, Map<String, Integer>> due = new HashMap<>();
    private long planned;

    void see(Note note) {
      Map<String, Integer> ofJob = due.computeIfAbsent(note.value().path("job").asText(), _ -> new HashMap<>(4));
      for (JsonNode instruction : note.value().path("instructions")) {
        planned++;
        ofJob.merge(instruction.asText().intern(), 1, Integer::sum);
      }
    }

    void see(Operation operation) {
      boolean instruction = switch (operation.kind()) {
        case Kinds.CREATE, Kinds.CREATE_LEDGER, Kinds.UPDATE, Kinds.CLOSE -> true;
        default -> false;
      };
      if (instruction && planned > 0) {
        due.computeIfAbsent(operation.entity(), _ -> new HashMap<>(4)).merge(operation.kind(), -1, Integer::sum);
      }
    }

    void judge(Findings findings) {
      due.forEach((job, kinds) -> kinds.forEach((kind, left) -> {
        findings.checked();
        if (left > 0) {
          findings.broken("job " + job + ": " + kind + " was planned and not carried out, " + left + " times");
        } else if (left < 0) {
          findings.broken("job " + job + ": " + kind + " was carried out " + -left + " times more than planned");
        }
      }));
    }
  }

  /** Which channels each database has; one that could not be read to its end tells nothing. */
  private static final class Rows {

    private final Map<String, Set<String>> byServer = new HashMap<>();
    private final Set<String> unread = new HashSet<>();

    void see(Operation operation) {
      boolean row = operation.kind().equals(Kinds.READ_ROW);
      if (!row && !operation.kind().equals(Kinds.READ_ROWS)) {
        return;
      }
      String server = operation.asked().path("server").asText();
      Set<String> ids = byServer.computeIfAbsent(server, _ -> new HashSet<>());
      if (!operation.ok()) {
        unread.add(server);
      } else if (row) {
        ids.add(operation.entity().toLowerCase(Locale.ROOT));
      }
    }

    boolean lack(String channelId, String server) {
      Set<String> ids = byServer.get(server);
      return ids != null && !unread.contains(server) && !ids.contains(channelId);
    }
  }
}
