package invariant.workload;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import history.Outcome;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The transactions over lists that were carried out, or may have been, and what each shows by itself. */
final class Transactions {

  /** The last element of a list that was read empty. */
  static final int EMPTY = -1;

  private final Lists lists;
  private final Anomalies anomalies;
  /** By transaction: where it began. */
  private final LongArrayList started = new LongArrayList();
  /** By read of a list as it was before the transaction: who read it, which list, and its last element. */
  private final IntArrayList readers = new IntArrayList();
  private final IntArrayList readLists = new IntArrayList();
  private final IntArrayList readLast = new IntArrayList();
  /** By list and its last element: who has read it so and appended to it. */
  private final Long2IntOpenHashMap updates = new Long2IntOpenHashMap();

  /** A list as one transaction sees it. */
  private static final class View {
    /** What it must be now; null as long as it was not read. */
    private @Nullable IntArrayList known;
    private int lastBefore;
    private final IntArrayList own = new IntArrayList(0);
  }

  Transactions(Lists lists, Anomalies anomalies) {
    this.lists = lists;
    this.anomalies = anomalies;
    updates.defaultReturnValue(-1);
  }

  int size() {
    return started.size();
  }

  /** For people. */
  String name(int transaction) {
    return "index " + started.getLong(transaction);
  }

  /** How many reads there are of lists as they were before the reader's own appends. */
  int reads() {
    return readers.size();
  }

  int reader(int read) {
    return readers.getInt(read);
  }

  int readList(int read) {
    return readLists.getInt(read);
  }

  /** The last element that a read shows, or {@link #EMPTY}. */
  int readLast(int read) {
    return readLast.getInt(read);
  }

  /** Takes in a transaction: what was answered when it was carried out, else what was asked. */
  void see(Operation operation, List<Mop> mops) {
    if (operation.outcome() instanceof Outcome.Refused) {
      mops.stream().filter(Mop::append).forEach(append -> refused(append, operation.ended()));
      return;
    }
    started.add(operation.invocation().started());
    Map<Integer, View> views = new HashMap<>(4);
    for (Mop mop : mops) {
      int list = lists.number(mop.key());
      View view = views.computeIfAbsent(list, _ -> new View());
      if (mop.append()) {
        append(operation, lists.element(list, mop.element()), view);
      } else if (operation.ok()) {
        read(operation, list, shown(operation, list, mop.list()), view);
      }
    }
    views.forEach(this::updated);
  }

  private void refused(Mop append, long ended) {
    int element = lists.element(lists.number(append.key()), append.element());
    unique(element);
    lists.elements.refused(element, ended);
  }

  private void append(Operation operation, int element, View view) {
    unique(element);
    lists.wrote(element, size() - 1);
    if (operation.ok()) {
      lists.elements.acknowledged(element, operation.invocation().started(), operation.ended());
    } else {
      lists.elements.attempted(element, operation.invocation().started());
    }
    if (!view.own.isEmpty()) {
      lists.overwrote(view.own.topInt());
    }
    view.own.push(element);
    if (view.known != null) {
      view.known.push(element);
    }
  }

  private void unique(int element) {
    if (lists.writer(element) != Lists.NOBODY || lists.elements.isRefused(element)) {
      anomalies.open(() -> lists.elements.name(element) + " is appended to " + lists.name(lists.elements.owner(element))
          + " more than once, so nobody can tell which is read: append each element once");
    }
  }

  private IntArrayList shown(Operation operation, int list, JsonNode values) {
    IntArrayList shown = new IntArrayList(values.size());
    IntOpenHashSet seen = new IntOpenHashSet(values.size());
    for (JsonNode value : values) {
      int element = lists.element(list, value);
      if (seen.add(element)) {
        shown.add(element);
      } else {
        anomalies.found("duplicate elements",
            () -> Anomalies.name(operation) + " shows " + value + " twice in " + lists.name(list));
      }
    }
    return shown;
  }

  private void read(Operation operation, int list, IntArrayList shown, View view) {
    anomalies.checked();
    int before = shown.size() - view.own.size();
    boolean consistent = view.known == null ? before >= 0 && shown.subList(before, shown.size()).equals(view.own)
        : shown.equals(view.known);
    if (!consistent) {
      anomalies.found("internal", () -> Anomalies.name(operation) + " does not show in " + lists.name(list)
          + " what it read or appended itself");
    } else if (view.known == null) {
      view.lastBefore = before == 0 ? EMPTY : shown.getInt(before - 1);
      readers.add(size() - 1);
      readLists.add(list);
      readLast.add(view.lastBefore);
    }
    view.known = new IntArrayList(shown);
    long order = lists.orderAt(list);
    if (!lists.read(list, shown, operation.invocation().started(), operation.ended())) {
      anomalies.found("incompatible order", () -> lists.name(list) + " is " + lists.values(shown) + " in the "
          + Anomalies.name(operation) + ", and otherwise in the read at index " + order);
    }
  }

  /** Two transactions that read the same state, and appended to it: one of them did not see the other. */
  private void updated(int list, View view) {
    if (view.known == null || view.own.isEmpty()) {
      return;
    }
    int other = updates.put((long) list << 32 | view.lastBefore + 1, size() - 1);
    if (other >= 0) {
      int mine = size() - 1;
      anomalies.found("lost update", () -> "the transactions at " + name(other) + " and " + name(mine)
          + " have read the same state of " + lists.name(list) + " and appended to it");
    }
  }
}
