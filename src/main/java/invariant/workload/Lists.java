package invariant.workload;

import com.fasterxml.jackson.databind.JsonNode;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** What is known of lists: in which order their elements were appended, as reads tell, and by which transaction. */
final class Lists {

  static final int NOBODY = -1;

  final Elements elements = new Elements();
  private final Object2IntOpenHashMap<JsonNode> numbers = new Object2IntOpenHashMap<>();
  private final List<JsonNode> names = new ArrayList<>();
  /** By list: its elements in the longest read, and where that was; the same of the read that began last. */
  private final List<IntArrayList> longest = new ArrayList<>();
  private final LongArrayList longestAt = new LongArrayList();
  private final List<IntArrayList> last = new ArrayList<>();
  private final LongArrayList lastAt = new LongArrayList();
  /** By element: who appended it, and where it was first read. */
  private final IntArrayList writers = new IntArrayList();
  private final LongArrayList readAt = new LongArrayList();
  private final BitSet overwritten = new BitSet();

  Lists() {
    numbers.defaultReturnValue(-1);
  }

  int size() {
    return names.size();
  }

  String name(int list) {
    return names.get(list).toString();
  }

  /** Elements of a list, for people. */
  String values(IntArrayList some) {
    return some.intStream().mapToObj(elements::name).collect(Collectors.joining(" ", "[", "]"));
  }

  /** The number of a list, a new one at first sight. */
  int number(JsonNode key) {
    int known = numbers.getInt(key);
    if (known >= 0) {
      return known;
    }
    numbers.put(key, names.size());
    names.add(key);
    longest.add(new IntArrayList(0));
    longestAt.add(-1);
    last.add(new IntArrayList(0));
    lastAt.add(-1);
    return names.size() - 1;
  }

  /** The number of an element, a new one at first sight. */
  int element(int list, JsonNode value) {
    int element = elements.number(list, value);
    while (writers.size() <= element) {
      writers.add(NOBODY);
      readAt.add(-1);
    }
    return element;
  }

  /** Who appended an element and was not refused; {@link #NOBODY} as long as nobody is known. */
  int writer(int element) {
    return writers.getInt(element);
  }

  void wrote(int element, int transaction) {
    writers.set(element, transaction);
  }

  /** A transaction that appended an element has appended another one to the same list afterwards. */
  void overwrote(int element) {
    overwritten.set(element);
  }

  boolean isOverwritten(int element) {
    return overwritten.get(element);
  }

  /** Where an element was first read. */
  long readAt(int element) {
    return readAt.getLong(element);
  }

  /**
   * A read without repetitions.
   *
   * @return false when its order contradicts that of the longest read
   */
  boolean read(int list, IntArrayList shown, long started, long ended) {
    elements.begin();
    for (int i = 0; i < shown.size(); i++) {
      elements.shown(shown.getInt(i), started, ended);
      if (readAt.getLong(shown.getInt(i)) < 0) {
        readAt.set(shown.getInt(i), started);
      }
    }
    elements.end(list, started);
    if (started > lastAt.getLong(list)) {
      lastAt.set(list, started);
      last.set(list, shown);
    }
    IntArrayList order = longest.get(list);
    int common = Math.min(order.size(), shown.size());
    boolean compatible = order.subList(0, common).equals(shown.subList(0, common));
    if (shown.size() > order.size()) {
      longest.set(list, shown);
      longestAt.set(list, started);
    }
    return compatible;
  }

  /** The order in which a list's elements were appended, as far as any read tells. */
  IntArrayList order(int list) {
    return longest.get(list);
  }

  /** Where the read is that tells the order. */
  long orderAt(int list) {
    return longestAt.getLong(list);
  }

  /** What the read that began last shows of a list. */
  IntArrayList last(int list) {
    return last.get(list);
  }

  /** Where that read is; below 0 when there is none. */
  long lastAt(int list) {
    return lastAt.getLong(list);
  }
}
