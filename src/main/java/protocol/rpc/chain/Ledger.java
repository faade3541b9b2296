package protocol.rpc.chain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import protocol.rpc.chain.Goal.Finality;
import protocol.rpc.chain.Tally.Count;

/**
 * The transactions that somebody follows, and where they stand. Entering and leaving is for any thread, since a transaction must be known
 * here before it is sent; everything else is confined to the watcher's.
 */
final class Ledger {

  private final Map<String, Entry> byHash = new ConcurrentHashMap<>();
  private final Map<String, List<Entry>> byBlock = new HashMap<>();
  private final Set<Entry> confirming = new LinkedHashSet<>();
  private final Set<Entry> finalizing = new LinkedHashSet<>();

  private final Tally tally;

  Ledger(Tally tally) {
    this.tally = tally;
  }

  /** One transaction. */
  private static final class Entry {
    private final String hash;
    private final Goal goal;
    private final Follower follower;
    private @Nullable Inclusion inclusion;
    private final Set<Sight> seen = EnumSet.noneOf(Sight.class);
    private boolean safe;

    Entry(String hash, Goal goal, Follower follower) {
      this.hash = hash;
      this.goal = goal;
      this.follower = follower;
    }
  }

  void enter(String hash, Goal goal, Follower follower) {
    byHash.put(hash, new Entry(hash, goal, new Guarded(hash, follower)));
  }

  void leave(String hash) {
    byHash.remove(hash);
  }

  boolean contains(String hash) {
    return byHash.containsKey(hash);
  }

  boolean isEmpty() {
    return byHash.isEmpty();
  }

  int size() {
    return byHash.size();
  }

  /** Whether somebody waits for a block to be called safe, or final. */
  boolean awaitsFinality() {
    return !finalizing.isEmpty();
  }

  void seen(String hash, Sight sight, long time) {
    Entry entry = byHash.get(hash);
    if (entry != null && entry.seen.add(sight)) {
      if (sight == Sight.PRECONFIRMED) {
        tally.add(Count.PRECONFIRMED);
      }
      entry.follower.onSeen(sight, time);
    }
  }

  /** A block that is part of the chain has this receipt. */
  void include(Header block, Receipt receipt, long seen) {
    Entry entry = byHash.get(receipt.transaction());
    if (entry == null || entry.inclusion != null) {
      return;
    }
    Inclusion inclusion = new Inclusion(block, seen, receipt);
    entry.inclusion = inclusion.bare();
    if (entry.seen.contains(Sight.PRECONFIRMED)) {
      tally.add(Count.KEPT);
    }
    byBlock.computeIfAbsent(block.hash(), _ -> new ArrayList<>()).add(entry);
    entry.follower.onIncluded(inclusion);
    if (entry.goal.depth() > 1) {
      confirming.add(entry);
    }
    if (entry.goal.finality() != Finality.NONE) {
      finalizing.add(entry);
    }
  }

  /** A block has left the chain: how many transactions are pending again. */
  int left(Header block) {
    List<Entry> entries = byBlock.remove(block.hash());
    if (entries == null) {
      return 0;
    }
    int pending = 0;
    for (Entry entry : entries) {
      Inclusion inclusion = entry.inclusion;
      entry.inclusion = null;
      entry.safe = false;
      confirming.remove(entry);
      finalizing.remove(entry);
      if (inclusion != null && byHash.containsKey(entry.hash)) {
        pending++;
        entry.follower.onLeft(inclusion);
      }
    }
    return pending;
  }

  /** The chain has grown. */
  void grown(Canon canon) {
    Header tip = canon.tip();
    for (Iterator<Entry> each = confirming.iterator(); tip != null && each.hasNext();) {
      Entry entry = each.next();
      Inclusion inclusion = entry.inclusion;
      long due = inclusion == null ? Long.MAX_VALUE : inclusion.block().number() + entry.goal.depth() - 1;
      if (hasLeft(entry)) {
        each.remove();
      } else if (due <= tip.number()) {
        each.remove();
        Header header = canon.at(due);
        entry.follower.onConfirmed((header == null ? tip : header).arrived());
      }
    }
  }

  /** The chain calls the blocks up to this height safe. */
  void safe(long number, long time) {
    for (Iterator<Entry> each = finalizing.iterator(); each.hasNext();) {
      Entry entry = each.next();
      if (hasLeft(entry)) {
        each.remove();
      } else if (!entry.safe && isUpTo(entry, number)) {
        entry.safe = true;
        entry.follower.onSafe(time);
        if (entry.goal.finality() == Finality.SAFE) {
          each.remove();
        }
      }
    }
  }

  /** The chain calls the blocks up to this height final. */
  void finalized(long number, long time) {
    for (Iterator<Entry> each = finalizing.iterator(); each.hasNext();) {
      Entry entry = each.next();
      if (entry.goal.finality() == Finality.FINALIZED && isUpTo(entry, number)) {
        each.remove();
        entry.follower.onFinalized(time);
      }
    }
  }

  /** Nobody expects the block to leave any more: what stands in it and has reached its goal is forgotten. */
  void settle(Header block) {
    List<Entry> entries = byBlock.get(block.hash());
    if (entries == null) {
      return;
    }
    entries.removeIf(entry -> {
      boolean open = !hasLeft(entry) && (confirming.contains(entry) || finalizing.contains(entry));
      if (!open) {
        byHash.remove(entry.hash, entry);
      }
      return !open;
    });
    if (entries.isEmpty()) {
      byBlock.remove(block.hash());
    }
  }

  private boolean hasLeft(Entry entry) {
    return byHash.get(entry.hash) != entry;
  }

  private static boolean isUpTo(Entry entry, long number) {
    Inclusion inclusion = entry.inclusion;
    return inclusion != null && inclusion.block().number() <= number;
  }
}
