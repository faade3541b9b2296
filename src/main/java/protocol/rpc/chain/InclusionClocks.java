package protocol.rpc.chain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.RunClock;
import java.util.concurrent.TimeUnit;

/**
 * How long transactions took into their blocks, from being sent, on three clocks: when the header arrived, what time the block bears, and
 * when the receipt was seen. The first and the last are ours. The block's is the chain's own, in whole seconds: what it says can be
 * negative, and is shown as it is, beside how far the two clocks seem to be apart. Safe from any thread.
 */
public final class InclusionClocks {

  private static final long MILLIS = 1_000;

  private final RunClock clock;
  private final SignedHistogram header = new SignedHistogram();
  private final SignedHistogram block = new SignedHistogram();
  private final SignedHistogram receipt = new SignedHistogram();
  private final SignedHistogram skew = new SignedHistogram();
  private long first;
  private long last;

  /** Clocks that have seen nothing yet. */
  public InclusionClocks(RunClock clock) {
    this.clock = clock;
  }

  /** A block was heard of: how late its header is by its own time tells how far the clocks are apart. */
  public synchronized void heard(Header head) {
    if (head.live()) {
      last = wall(head.arrived()) - head.timestamp() * MILLIS;
      if (skew.count() == 0) {
        first = last;
      }
      skew.record(last);
    }
  }

  /**
   * A transaction is in a block.
   *
   * @param sent {@link System#nanoTime} when it was sent
   */
  public synchronized void included(Inclusion inclusion, long sent) {
    Header head = inclusion.block();
    if (head.live()) {
      header.record(TimeUnit.NANOSECONDS.toMillis(head.arrived() - sent));
    }
    block.record(head.timestamp() * MILLIS - wall(sent));
    receipt.record(TimeUnit.NANOSECONDS.toMillis(inclusion.seen() - sent));
  }

  /**
   * As it stands in the history, in milliseconds: {@code {"header": {"count", "min", "p50", "p90", "p99", "max"}, "block": …, "receipt": …,
   * "skew": {…, "first", "last"}}}. The skew is the arrival of a header by our clock minus its time by the chain's: at least as much as the
   * chain's clock is behind ours, and more by the time that headers take to arrive.
   */
  public synchronized ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("header", json(header));
    json.set("block", json(block));
    json.set("receipt", json(receipt));
    json.set("skew", json(skew).put("first", first).put("last", last));
    return json;
  }

  private static ObjectNode json(SignedHistogram values) {
    return JsonNodeFactory.instance.objectNode()
        .put("count", values.count())
        .put("min", values.min())
        .put("p50", values.percentile(50))
        .put("p90", values.percentile(90))
        .put("p99", values.percentile(99))
        .put("max", values.max());
  }

  private long wall(long nanoTime) {
    return clock.epochMillis(clock.at(nanoTime));
  }
}
