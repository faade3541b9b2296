package protocol.rpc.chain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import protocol.rpc.chain.Tally.Count;

/**
 * Connects a new head to the chain as it is known, however large the gap: from parent to parent, until one is known. That closes gaps and
 * finds forks by the same means. One head at a time; of those that come in between, the last. Confined to one thread.
 */
final class Ancestry {

  private static final int REMEMBERED = 4_096;
  private static final int WIDEST_GAP = 10_000;

  private final Canon canon;
  private final Fetch fetch;
  private final Consumer<List<Header>> found;
  private final Tally tally;
  private final Map<String, Header> heard = new Remembered();
  private final Deque<Header> segment = new ArrayDeque<>();
  private boolean busy;
  private @Nullable Header waiting;

  /** Asks the chain for a block by its hash; tells null when it has none. */
  @FunctionalInterface
  interface Fetch {
    void block(String hash, Consumer<@Nullable Header> told);
  }

  /** Connects heads to a chain; what is found is a head with all that stands between it and the chain, the lowest first. */
  Ancestry(Canon canon, Tally tally, Fetch fetch, Consumer<List<Header>> found) {
    this.canon = canon;
    this.tally = tally;
    this.fetch = fetch;
    this.found = found;
  }

  /** A head was heard of. */
  void connect(Header head) {
    tally.add(Count.HEADS);
    if (canon.contains(head.hash()) || canon.beginsAbove(head)) {
      tally.add(Count.DUPLICATES);
      return;
    }
    heard.putIfAbsent(head.hash(), head);
    if (busy) {
      waiting = head;
      return;
    }
    begin(head);
  }

  private void begin(Header head) {
    busy = true;
    segment.clear();
    segment.add(head);
    walk();
  }

  private void walk() {
    while (true) {
      Header lowest = segment.getFirst();
      boolean lost = segment.size() > WIDEST_GAP || lowest.number() == 0;
      if (canon.isEmpty() || canon.contains(lowest.parent()) || lost) {
        finish(lowest, lost);
        return;
      }
      Header known = heard.get(lowest.parent());
      if (known == null) {
        fetch.block(lowest.parent(), block -> fetched(lowest, block));
        return;
      }
      if (!add(lowest, known)) {
        return;
      }
    }
  }

  private void fetched(Header child, @Nullable Header block) {
    if (block == null) { // a later head will tell
      tally.add(Count.UNCONNECTED);
      next();
    } else if (add(child, block)) {
      tally.add(Count.FILLED);
      walk();
    }
  }

  /** Whether the block is what its child says. */
  private boolean add(Header child, Header block) {
    if (block.hash().equals(child.parent()) && block.number() == child.number() - 1) {
      segment.addFirst(block);
      return true;
    }
    tally.add(Count.LIES);
    next();
    return false;
  }

  private void finish(Header lowest, boolean lost) {
    if (lost && !canon.contains(lowest.parent())) {
      tally.add(Count.RESTARTS);
    } else if (!canon.fits(lowest)) {
      tally.add(Count.LIES);
      next();
      return;
    }
    found.accept(List.copyOf(segment));
    next();
  }

  private void next() {
    busy = false;
    Header head = waiting;
    waiting = null;
    if (head != null && !canon.contains(head.hash())) {
      begin(head);
    }
  }

  /** The last headers that were heard of, each with its own time of arrival. */
  private static final class Remembered extends LinkedHashMap<String, Header> {

    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Header> eldest) {
      return size() > REMEMBERED;
    }
  }
}
