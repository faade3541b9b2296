package invariant.checkout;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/** What is in an order: of each item so much at least, and so much at most. Used again and again, since there are millions of orders. */
final class Cart {

  /** With more lines than this a map finds them. */
  private static final int FEW = 16;

  private final IntArrayList items = new IntArrayList();
  private final LongArrayList least = new LongArrayList();
  private final LongArrayList most = new LongArrayList();
  private Int2IntOpenHashMap lines = new Int2IntOpenHashMap();

  void clear() {
    if (size() > FEW) {
      lines = new Int2IntOpenHashMap(); // a large one would take long to clear, time after time
    }
    items.clear();
    least.clear();
    most.clear();
  }

  /** Adds to what is there at least and at most; negative amounts take away. */
  void add(int item, long atLeast, long atMost) {
    int line = line(item);
    if (line < 0) {
      items.add(item);
      least.add(atLeast);
      most.add(atMost);
      if (size() == FEW + 1) {
        for (int i = 0; i < size(); i++) {
          lines.put(items.getInt(i), i);
        }
      } else if (size() > FEW) {
        lines.put(item, size() - 1);
      }
    } else {
      least.set(line, Math.addExact(least.getLong(line), atLeast));
      most.set(line, Math.addExact(most.getLong(line), atMost));
    }
  }

  /** Where an item is; -1 when it is not there. */
  int line(int item) {
    return size() > FEW ? lines.getOrDefault(item, -1) : items.indexOf(item);
  }

  /** No more than this of an item is there, whatever was said before. */
  void limit(int line, long atMost) {
    most.set(line, Math.min(most(line), Math.max(atMost, least(line))));
  }

  int size() {
    return items.size();
  }

  int item(int line) {
    return items.getInt(line);
  }

  /** 0 or more: what is not there cannot be taken. */
  long least(int line) {
    return Math.max(0, least.getLong(line));
  }

  /** 0 or more, and not below the least. */
  long most(int line) {
    return Math.max(least(line), most.getLong(line));
  }

  /** Whether nothing can be in it. */
  boolean isEmpty() {
    for (int line = 0; line < size(); line++) {
      if (most(line) > 0) {
        return false;
      }
    }
    return true;
  }
}
