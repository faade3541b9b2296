package load;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import load.Instruction.CloseChannel;
import load.Instruction.CreateChannel;
import load.Instruction.CreateLedgerChannel;
import load.Instruction.UpdateChannel;
import org.jspecify.annotations.Nullable;

/** Reads one instruction of the original format, in any of its spellings. */
final class InstructionReader {

  private static final long LONGEST_CHALLENGE = (1L << 48) - 1;
  /** A year: beyond it, somebody meant milliseconds since 1970. */
  private static final long LATEST = 365L * 86_400_000;

  private static final String NO_BYTES = "0x";

  private final Set<String> servers;
  private final Pool pool = new Pool();
  /** The asset holder that the file names, or no bytes. */
  private String coinHolder = NO_BYTES;

  /**
   * A reader.
   *
   * @param servers the roles that may be named; any when empty
   */
  InstructionReader(Set<String> servers) {
    this.servers = servers;
  }

  /** The instruction, or null when its type is unknown; to be used only if no problem was noted. */
  @Nullable
  Instruction read(Fields step) {
    String type = step.text("type");
    String job = pool.one(step.text("jobId"));
    String server = server(step);
    long timestamp = step.whole("timestamp", LATEST, "milliseconds from the start of the run, from 0 to a year");
    Instruction instruction = switch (type) {
      case "CreateLedgerChannel" ->
        new CreateLedgerChannel(job, server, timestamp, params(step.object("ledgerChannelParams")));
      case "CreateChannel" -> createChannel(step, job, server, timestamp);
      case "UpdateChannel" -> updateChannel(step, job, server, timestamp);
      case "CloseChannel" -> new CloseChannel(job, server, timestamp);
      default -> null;
    };
    if (instruction != null) {
      step.nothingElse();
    } else if (!type.isEmpty()) {
      step.problem("type",
          "\"" + type + "\" is unknown; give CreateLedgerChannel, CreateChannel, UpdateChannel or" + " CloseChannel");
    }
    return instruction;
  }

  private String server(Fields step) {
    String server = pool.one(step.text("serverId"));
    if (!server.isEmpty() && !servers.isEmpty() && !servers.contains(server)) {
      step.problem("serverId", "\"" + server + "\" is unknown; known: " + String.join(", ", new TreeSet<>(servers)));
    }
    return server;
  }

  private Instruction createChannel(Fields step, String job, String server, long timestamp) {
    Fields fields = step.object("channelParams");
    // Files of the first version tell the funding here, or not at all.
    boolean first = fields.has("fundingStrategy") && !step.has("fundingInfo");
    Funding otherwise = first ? strategy(fields) : new Funding.Direct();
    ChannelParams params = params(fields);
    Funding funding = step.has("fundingInfo") ? funding(step.object("fundingInfo")) : otherwise;
    return new CreateChannel(job, server, timestamp, params, pool.one(funding));
  }

  private Instruction updateChannel(Fields step, String job, String server, long timestamp) {
    // The original's documentation and its code disagree about the name.
    boolean documented = step.has("channelParams");
    Fields fields = step.object(documented ? "channelParams" : "updateParams");
    List<Allocation> allocations = allocations(fields);
    String appData = pool.one(fields.hex("appData", Fields.ANY));
    if (!documented) {
      fields.nothingElse();
    }
    return new UpdateChannel(job, server, timestamp, allocations, appData);
  }

  private static Funding strategy(Fields fields) {
    String strategy = fields.text("fundingStrategy");
    if (!strategy.equals("Fake") && !strategy.equals("Direct")) {
      fields.problem("fundingStrategy",
          "\"" + strategy + "\" is unknown here; give Direct or Fake, or beside channelParams"
              + " fundingInfo {\"type\": \"Ledger\", \"fundingLedgerJob\": …}");
    }
    return strategy.equals("Fake") ? new Funding.None() : new Funding.Direct();
  }

  private Funding funding(Fields fields) {
    String type = fields.text("type");
    Funding funding = switch (type) {
      case "None" -> new Funding.None();
      case "Direct" -> new Funding.Direct();
      case "Ledger" -> new Funding.Ledger(pool.one(fields.text("fundingLedgerJob")));
      default -> {
        fields.problem("type", "\"" + type + "\" is unknown; give Direct, Ledger or None");
        yield new Funding.None();
      }
    };
    fields.nothingElse();
    return funding;
  }

  private ChannelParams params(Fields fields) {
    List<Participant> participants = List
        .copyOf(fields.objects("participants", 2).stream().map(this::participant).toList());
    var params = new ChannelParams(participants, allocations(fields), pool.one(fields.hex("appDefinition", 20)),
        pool.one(fields.hex("appData", Fields.ANY)),
        fields.whole("challengeDuration", LONGEST_CHALLENGE, "seconds, from 0 to 2^48 - 1"));
    fields.nothingElse();
    return pool.one(params);
  }

  private Participant participant(Fields fields) {
    var participant = new Participant(fields.text("participantId"), fields.hex("signingAddress", 20),
        fields.hex("destination", 32));
    fields.nothingElse();
    return pool.one(participant);
  }

  private List<Allocation> allocations(Fields fields) {
    // A copy of one or two takes half the room.
    return pool.one(List.copyOf(fields.objects("allocations", 1).stream().map(this::allocation).toList()));
  }

  private Allocation allocation(Fields fields) {
    String asset = fields.has("assetHolderAddress") ? heldBy(fields) : pool.one(fields.hex("asset", 20));
    List<Allocation.Item> items = List.copyOf(fields.objects("allocationItems", 1).stream().map(this::item).toList());
    fields.nothingElse();
    return pool.one(new Allocation(asset, items));
  }

  /**
   * What an asset holder of the first versions holds: the chain's coin, for their generator knew no other. With a second holder in the
   * file one of them holds a token, and nothing tells which.
   */
  private String heldBy(Fields fields) {
    String holder = fields.hex("assetHolderAddress", 20).toLowerCase(Locale.ROOT);
    if (coinHolder.equals(NO_BYTES)) {
      coinHolder = holder;
    } else if (!holder.equals(NO_BYTES) && !holder.equals(coinHolder)) {
      fields.problem("assetHolderAddress",
          "\"" + holder + "\" is a second asset holder, beside \"" + coinHolder
              + "\", and one of them must hold a token;"
              + " write asset with the zero address for the chain's coin, or with the token's address");
    }
    return Allocation.COIN;
  }

  private Allocation.Item item(Fields fields) {
    var item = new Allocation.Item(pool.one(fields.hex("destination", 32)), fields.amount("amount"));
    fields.nothingElse();
    return pool.one(item);
  }
}
