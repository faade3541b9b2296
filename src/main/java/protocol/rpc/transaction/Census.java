package protocol.rpc.transaction;

import account.Fate;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Counts orders by what became of them. Safe from any thread. */
public final class Census {

  final LongAdder started = new LongAdder();
  final LongAdder notSent = new LongAdder();
  final LongAdder raised = new LongAdder();
  final LongAdder fillers = new LongAdder();
  final LongAdder resent = new LongAdder();
  private final LongAdder submitted = new LongAdder();
  private final AtomicLongArray fates = new AtomicLongArray(Fate.values().length);

  Census() {}

  /** Something was sent for an order. */
  void sent() {
    submitted.increment();
    fates.incrementAndGet(Fate.WAITING.ordinal());
  }

  /** An order's fate is another one. */
  void moved(Fate from, Fate to) {
    fates.decrementAndGet(from.ordinal());
    fates.incrementAndGet(to.ordinal());
  }

  Figures figures() {
    Map<Fate, Long> counts = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      counts.put(fate, fates.get(fate.ordinal()));
    }
    return new Figures(started.sum(), notSent.sum(), submitted.sum(), counts, raised.sum(), fillers.sum(),
        resent.sum());
  }

  /**
   * Figures of one moment.
   *
   * @param started orders
   * @param notSent orders that ended before anything was sent
   * @param submitted orders for which something was sent
   * @param fates what became of those
   * @param raised transactions that took another's place and offered more
   * @param fillers transactions that only used a nonce up
   * @param resent how often one was sent again as it was
   */
  public record Figures(long started, long notSent, long submitted, Map<Fate, Long> fates, long raised, long fillers,
      long resent) {

    /** What does not add up, each line with its figures; empty when all is accounted for. */
    public List<String> broken() {
      List<String> broken = new ArrayList<>();
      if (started != submitted + notSent) {
        broken.add("%d orders, but %d submitted and %d that failed before".formatted(started, submitted, notSent));
      }
      long ended = fates.values().stream().mapToLong(Long::longValue).sum();
      if (submitted != ended || fates.getOrDefault(Fate.WAITING, 0L) != 0) {
        broken.add("%d submitted, but %s".formatted(submitted, fates));
      }
      return broken;
    }

    /** As it stands in the history: {@code {"started": 9, "not sent": 0, "submitted": 9, "included": 8, …}}. */
    public ObjectNode json() {
      ObjectNode json = JsonNodeFactory.instance.objectNode()
          .put("started", started)
          .put("not sent", notSent)
          .put("submitted", submitted);
      fates.forEach((fate, count) -> json.put(fate.name().toLowerCase(Locale.ROOT), count));
      return json.put("raised", raised).put("fillers", fillers).put("resent", resent);
    }
  }
}
