package invariant.workload;

import com.fasterxml.jackson.databind.JsonNode;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/** What is known of each element of some sets or lists, in columns: times of its addition, and of the reads that show it or do not. */
final class Elements {

  private static final long NEVER = Long.MAX_VALUE;
  private static final long NOWHERE = -1;

  /**
   * An element.
   *
   * @param owner the number of the set or list that it belongs to
   */
  record Element(int owner, JsonNode value) {}

  private final Object2IntOpenHashMap<Element> numbers = new Object2IntOpenHashMap<>();
  private final List<Element> names = new ArrayList<>();
  /** When somebody first tried to add it, when that was first acknowledged, and when it was first refused. */
  private final LongArrayList attempted = new LongArrayList();
  private final LongArrayList acknowledged = new LongArrayList();
  private final LongArrayList refused = new LongArrayList();
  /** When the first read that shows it ended. */
  private final LongArrayList seen = new LongArrayList();
  /** When the last read that shows it, or should and does not, began. */
  private final LongArrayList present = new LongArrayList();
  private final LongArrayList absent = new LongArrayList();
  private final IntArrayList inRead = new IntArrayList();
  /** By owner, and by element: the next element of the same owner + 1; 0 when there is none. */
  private final IntArrayList first = new IntArrayList();
  private final IntArrayList next = new IntArrayList();
  private int read;

  Elements() {
    numbers.defaultReturnValue(-1);
  }

  int size() {
    return names.size();
  }

  /** The number of an element, a new one at first sight. */
  int number(int owner, JsonNode value) {
    var element = new Element(owner, value);
    int known = numbers.getInt(element);
    if (known >= 0) {
      return known;
    }
    numbers.put(element, names.size());
    names.add(element);
    while (first.size() <= owner) {
      first.add(0);
    }
    next.add(first.getInt(owner));
    first.set(owner, names.size());
    attempted.add(NEVER);
    acknowledged.add(NEVER);
    refused.add(NEVER);
    seen.add(NEVER);
    present.add(NOWHERE);
    absent.add(NOWHERE);
    inRead.add(0);
    return names.size() - 1;
  }

  void attempted(int element, long started) {
    attempted.set(element, Math.min(attempted.getLong(element), started));
  }

  void acknowledged(int element, long started, long ended) {
    attempted(element, started);
    acknowledged.set(element, Math.min(acknowledged.getLong(element), ended));
  }

  void refused(int element, long ended) {
    refused.set(element, Math.min(refused.getLong(element), ended));
  }

  /** A read's elements follow. */
  void begin() {
    read++;
  }

  /** The read shows an element; false when it has shown it already. */
  boolean shown(int element, long started, long ended) {
    boolean first = inRead.getInt(element) < read;
    inRead.set(element, read);
    seen.set(element, Math.min(seen.getLong(element), ended));
    present.set(element, Math.max(present.getLong(element), started));
    return first;
  }

  /** The read of an owner shows no more: what was there before it began, and is not shown, is absent. */
  void end(int owner, long started) {
    for (int element = owner < first.size() ? first.getInt(owner) - 1 : -1; element >= 0; element = next.getInt(element)
        - 1) {
      if (inRead.getInt(element) < read && Math.min(acknowledged.getLong(element), seen.getLong(element)) < started) {
        absent.set(element, Math.max(absent.getLong(element), started));
      }
    }
  }

  /** Whether some read shows it. */
  boolean seen(int element) {
    return seen.getLong(element) < NEVER;
  }

  /** Whether somebody has tried to add it, and was not refused each time. */
  boolean asked(int element) {
    return attempted.getLong(element) < NEVER;
  }

  boolean isRefused(int element) {
    return refused(element) < NEVER;
  }

  /** When its addition was refused. */
  long refused(int element) {
    return refused.getLong(element);
  }

  boolean seenTooEarly(int element) {
    return seen(element) && seen.getLong(element) < attempted.getLong(element);
  }

  boolean isAcknowledged(int element) {
    return acknowledged(element) < NEVER;
  }

  /** When its addition was acknowledged. */
  long acknowledged(int element) {
    return acknowledged.getLong(element);
  }

  /** Whether it was there, and no read shows it any more. */
  boolean lost(int element) {
    return absent(element) > present.getLong(element);
  }

  /** Where the last read began that should show it and does not; below 0 when there is none. */
  long absent(int element) {
    return absent.getLong(element);
  }

  int owner(int element) {
    return names.get(element).owner();
  }

  String name(int element) {
    return names.get(element).value().toString();
  }

  /** Why it should have been read, for people. */
  String history(int element) {
    String added = isAcknowledged(element) ? ", though added until index " + acknowledged(element) : "";
    return seen(element) ? added + ", though read at index " + present.getLong(element) : added;
  }
}
