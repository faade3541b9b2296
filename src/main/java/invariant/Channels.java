package invariant;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import history.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The channels of a run, as its requests tell them: shown every operation of a history, in order. */
final class Channels implements Onlooker {

  /** What a run asked of one channel. */
  static final class Channel {

    /** The job it belongs to; empty when its creation was never confirmed. */
    final String job;
    /** 32-byte lower-case hex; empty as long as no wallet has told it. */
    String id = "";
    /** Who takes part, by role; empty when no wallet told. */
    List<String> participants = List.of();
    /** Whether a wallet has confirmed its creation. */
    boolean acknowledged;
    /** Whether nobody has answered the request that was to create it. */
    private boolean unanswered;
    /** The job of the channel that lends it its money; empty when none does. */
    private String ledger = "";
    /** Whether all of it belongs to the warm-up. */
    boolean warmUp;
    /** Whether some request may or may not have changed it. */
    boolean unsure;
    /** Whether its money is on chain under its own id. */
    boolean onChain;
    /** Its end: not asked for ({@code null}), or what came of asking; a refused request asks for nothing. */
    @Nullable
    Outcome end;
    /** What came of reading it in the end, by server. */
    final Map<String, Outcome> reads = new HashMap<>(4);

    private Channel(String job) {
      this.job = job;
    }

    /** Whether it may be open somewhere, under an id that no wallet has told: nobody can look for it. */
    boolean isOutOfSight() {
      return unanswered && id.isEmpty() && !warmUp;
    }

    /** For people. */
    @Override
    public String toString() {
      return job.isEmpty() ? "channel " + id : "channel " + (id.isEmpty() ? "" : id + " ") + "of job " + job;
    }
  }

  private final Map<String, Channel> byJob = new HashMap<>();
  private final Map<String, Channel> byId = new HashMap<>();
  private final Map<List<String>, List<String>> sameParticipants = new HashMap<>();
  private final Set<String> servers = new TreeSet<>();

  /** Learns what an operation tells. */
  @Override
  public void see(Operation operation) {
    switch (Kinds.of(operation)) {
      case Kinds.CREATE, Kinds.CREATE_LEDGER -> created(operation);
      case Kinds.UPDATE, Kinds.JOIN -> asked(operation);
      case Kinds.CLOSE -> {
        Channel channel = asked(operation);
        if (channel.end == null || operation.ok()) {
          channel.end = operation.outcome() instanceof Outcome.Refused ? channel.end : operation.outcome();
        }
      }
      case Kinds.READ_CHANNEL -> read(operation);
      default -> {
        // tells nothing of what was asked
      }
    }
  }

  private void created(Operation operation) {
    channel(operation.entity()).ledger = operation.asked().path("ledgerJob").asText("");
    Channel channel = asked(operation);
    channel.acknowledged |= operation.ok();
    channel.unanswered |= operation.outcome() instanceof Outcome.Unknown;
    channel.warmUp = Kinds.isWarmUp(operation);
    channel.onChain = operation.asked().path("funding").asText().equals("Direct");
  }

  private Channel asked(Operation operation) {
    Channel channel = channel(operation.entity());
    if (operation.outcome() instanceof Outcome.Unknown) {
      channel.unsure = true;
      if (!channel.ledger.isEmpty()) {
        channel(channel.ledger).unsure = true; // it may still be lending, or taking back
      }
    }
    servers.add(operation.asked().path("server").asText());
    String id = Money.lowerCase(operation.answered().path("channelId"));
    if (!id.isEmpty()) {
      channel.id = id;
      byId.put(id, channel);
    }
    if (channel.participants.isEmpty()) {
      channel.participants = participants(operation.answered());
    }
    return channel;
  }

  private Channel channel(String job) {
    return byJob.computeIfAbsent(job, Channel::new);
  }

  /** A wallet has accepted what is read, even when the request that created it had no good end. */
  private void read(Operation operation) {
    Channel channel = byId.computeIfAbsent(operation.entity().toLowerCase(Locale.ROOT), id -> {
      Channel unconfirmed = new Channel("");
      unconfirmed.id = id;
      unconfirmed.unsure = true;
      unconfirmed.onChain = operation.answered().path("funding").path("type").asText().equals("Direct");
      return unconfirmed;
    });
    String server = operation.asked().path("server").asText();
    servers.add(server);
    channel.reads.put(server, operation.outcome());
  }

  private List<String> participants(JsonNode answered) {
    List<String> roles = new ArrayList<>(2);
    answered.path("participants").forEach(participant -> roles.add(participant.path("participantId").asText()));
    return sameParticipants.computeIfAbsent(List.copyOf(roles), roleList -> roleList);
  }

  /** Every channel that a wallet may have. */
  Collection<Channel> all() {
    return Stream.concat(byJob.values().stream(), byId.values().stream()).distinct().toList();
  }

  /** The channel of a job, when the run knows it. */
  @Nullable
  Channel byJob(String job) {
    return byJob.get(job);
  }

  /** The channel with an id, when the run knows it. */
  @Nullable
  Channel byId(String id) {
    return byId.get(id);
  }

  /** The wallets that take part in a channel and that the target has, in order. */
  List<String> sides(Channel channel) {
    Set<String> sides = new TreeSet<>(channel.reads.keySet());
    channel.participants.stream().filter(servers::contains).forEach(sides::add);
    return List.copyOf(sides);
  }

  /** Notes as open what should have been read in the end and was not. */
  void openUnread(Findings findings) {
    for (Channel channel : all()) {
      List<String> sides = sides(channel);
      if (channel.acknowledged && !channel.warmUp && sides.isEmpty()) {
        findings.open(channel + " was not read");
      }
      for (String side : sides) {
        switch (channel.reads.get(side)) {
          case null -> {
            if (channel.acknowledged && !channel.warmUp) {
              findings.open(channel + " was not read at " + side);
            }
          }
          case Outcome.Ok() -> {
            // as it should be
          }
          case Outcome failed -> findings.open(channel + " could not be read at " + side + ": " + failed);
        }
      }
    }
  }
}
