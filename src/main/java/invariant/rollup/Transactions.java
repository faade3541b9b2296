package invariant.rollup;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import history.Outcome;
import invariant.Evidence;
import invariant.Onlooker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All transactions of a run: what was said of them while it went on, and what stands in the blocks. */
final class Transactions implements Onlooker {

  static final String READ_BLOCK = "read block";
  static final String READ_TRANSACTION = "read transaction";

  private static final Set<String> IN_A_BLOCK = Set.of("included", "reverted");
  private static final Set<String> IN_NO_BLOCK = Set.of("rejected", "replaced");

  /** What is known of a transaction's end. */
  enum Fate {
    /** It is in a block, undone there or not. */
    IN_A_BLOCK,
    /** It is in none, and cannot come into one. */
    IN_NO_BLOCK,
    /** It was in none when it was last looked for, and nobody had it. */
    GONE,
    /** Nobody could tell. */
    UNKNOWN
  }

  /** What the run says of a transaction that it has sent. */
  static final class Sent {

    final String name;
    final String place;
    Fate fate;
    /** What was told of its block; null when it was in none, or its block has left the chain since. */
    @Nullable
    JsonNode told;

    private Sent(Operation operation) {
      name = operation.kind() + " " + operation.entity();
      place = place(operation.asked().path("chain"), operation.asked());
      told = operation.answered().has("block") ? operation.answered() : null;
      fate = told != null ? Fate.IN_A_BLOCK
          : operation.outcome() instanceof Outcome.Refused ? Fate.IN_NO_BLOCK : Fate.UNKNOWN;
    }

    /** For people. */
    @Override
    public String toString() {
      return name;
    }
  }

  /** A transaction in a block, as the chain has it. */
  record Mined(String hash, long block, String blockHash, long timestamp, JsonNode transaction) {}

  private final Map<String, Sent> sent = new LinkedHashMap<>();
  private final Map<String, Mined> mined = new LinkedHashMap<>();
  private final Map<String, Mined> byPlace = new LinkedHashMap<>();
  private final List<String> unread = new ArrayList<>();
  private long blocks;

  static Transactions of(Evidence evidence) {
    return evidence.book(Transactions.class, Transactions::new);
  }

  @Override
  public void see(Operation operation) {
    if (operation.kind().equals(READ_BLOCK)) {
      block(operation);
    } else if (operation.kind().equals(READ_TRANSACTION)) {
      lastWord(operation);
    } else if (operation.asked().has("nonce") && !operation.entity().isEmpty()) {
      sent.put(operation.entity(), new Sent(operation));
    }
  }

  private void lastWord(Operation operation) {
    Sent known = sent.get(operation.entity());
    if (known != null) {
      String fate = operation.answered().path("fate").asText("unknown");
      known.told = null; // whatever was told before was not the last word
      known.fate = IN_A_BLOCK.contains(fate) ? Fate.IN_A_BLOCK
          : IN_NO_BLOCK.contains(fate) ? Fate.IN_NO_BLOCK : fate.equals("expired") ? Fate.GONE : Fate.UNKNOWN;
    }
  }

  private void block(Operation operation) {
    if (!operation.ok()) {
      unread.add(operation.asked().path("chain").asText() + " " + operation.entity());
      return;
    }
    blocks++;
    JsonNode block = operation.answered();
    for (JsonNode transaction : block.path("transactions")) {
      Mined one = new Mined(transaction.path("hash").asText(), Long.parseLong(operation.entity()),
          block.path("hash").asText(), block.path("timestamp").asLong(), transaction);
      mined.put(one.hash(), one);
      byPlace.put(place(operation.asked().path("chain"), transaction), one);
    }
  }

  /** No two transactions of a chain can have the same. */
  private static String place(JsonNode chain, JsonNode transaction) {
    return chain.asText() + " " + transaction.path("from").asText() + " " + transaction.path("nonce").asLong();
  }

  Collection<Mined> mined() {
    return mined.values();
  }

  /** How many blocks were read. */
  long blocks() {
    return blocks;
  }

  /** Whether all blocks were read since the first transaction. */
  boolean isWhole() {
    return blocks > 0 && unread.isEmpty();
  }

  /** Blocks that could not be read. */
  List<String> unread() {
    return unread;
  }

  /** Where the chain has it; one that had to offer more is found under another hash. Null when it is in no block that was read. */
  @Nullable
  Mined of(String hash, Sent transaction) {
    String now = transaction.told == null ? hash : transaction.told.path("transaction").asText(hash);
    Mined found = mined.get(now);
    Mined instead = byPlace.get(transaction.place);
    boolean raised = instead != null && !sent.containsKey(instead.hash()) && transaction.fate != Fate.IN_NO_BLOCK;
    return found == null && raised ? instead : found;
  }

  /** All that were sent, by hash. */
  Map<String, Sent> byHash() {
    return sent;
  }
}
