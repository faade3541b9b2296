package protocol.rpc.chain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;

/** What a watcher has been through. Safe from any thread. */
public final class Tally {

  private final AtomicLongArray counts = new AtomicLongArray(Count.values().length);

  /** What is counted. */
  public enum Count {
    /** Headers that were told or asked for. */
    HEADS,
    /** Headers that told nothing new. */
    DUPLICATES,
    /** Blocks that nobody had told of, and that were asked for to close a gap. */
    FILLED,
    /** Heads whose ancestors the node did not have. */
    UNCONNECTED,
    /** Answers that contradict themselves. */
    LIES,
    /** Gaps that were too wide to close. */
    RESTARTS,
    /** Times that the chain changed its mind. */
    REORGS,
    /** Blocks that left the chain. */
    REMOVED,
    /** Included transactions whose block left the chain. */
    LEFT,
    /** Times that the WebSocket was not there. */
    BREAKS,
    /** Times that the WebSocket was silent though there were new blocks. */
    SILENCES,
    /** Transactions whose inclusion was promised before they were in a block. */
    PRECONFIRMED,
    /** Times that such a promise was kept. */
    KEPT,
    /** Questions that the node did not answer. */
    FAILURES,
    /** Times that receipts were asked for again. */
    RETRIES,
    /** Blocks whose receipts the node never told. */
    WITHOUT_RECEIPTS
  }

  void add(Count count) {
    add(count, 1);
  }

  void add(Count count, long more) {
    counts.addAndGet(count.ordinal(), more);
  }

  /** How many so far. */
  public long of(Count count) {
    return counts.get(count.ordinal());
  }

  /** As it stands in the history: {@code {"heads": 61, …}}. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (Count count : Count.values()) {
      json.put(count.name().toLowerCase(Locale.ROOT).replace('_', ' '), of(count));
    }
    return json;
  }
}
