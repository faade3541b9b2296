package invariant.workload;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an order in which the operations on a register can have taken effect, each between its beginning and its end.
 *
 * <p>It goes through time once, and keeps all that may be the case: a value, and which of the open operations have taken effect. An operation
 * is put into the order at the latest moment, when it ends (Lowe's just-in-time linearization, which follows Wing and Gong), so memory depends
 * on how many are open at a time, not on how many there are. A read takes effect as soon as it can, as it changes nothing; what nobody has
 * answered takes effect only where somebody sees it.
 */
final class Linearization {

  /** What came of the search. */
  sealed interface Result {}

  /** There is an order. */
  record Explained() implements Result {}

  /** There is none. */
  record Impossible(String anomaly, String why) implements Result {}

  /** Nobody can tell: the search was too long. It had come so far. */
  record GivenUp(long index) implements Result {}

  /** What may be the case. The bits belong to places of open operations, and never change. */
  private record Case(int value, BitSet done) {

    Case with(int place) {
      BitSet more = (BitSet) done.clone();
      more.set(place);
      return new Case(value, more);
    }

    Case without(int place) {
      BitSet fewer = (BitSet) done.clone();
      fewer.clear(place);
      return new Case(value, fewer);
    }
  }

  private final Register register;
  private final long limit;
  private final BitSet open = new BitSet();
  private final IntArrayList inPlace = new IntArrayList();
  private final int[] places;
  private Set<Case> cases = new HashSet<>();
  private long steps;

  Linearization(Register register, long limit) {
    this.register = register;
    this.limit = limit;
    this.places = new int[register.size()];
  }

  Result judge() {
    for (int operation = 0; operation < register.size(); operation++) {
      if (register.isRead(operation) && !register.isWritten(register.leaves(operation))) {
        return new Impossible("unwritten value", register.name(operation) + ", which nobody wrote");
      }
    }
    cases.add(new Case(0, new BitSet()));
    for (int event : events()) {
      int operation = event >> 1;
      if ((event & 1) == 0) {
        begin(operation);
      } else if (!end(operation)) {
        return steps > limit ? new GivenUp(register.ended(operation))
            : new Impossible("not linearizable",
                register.name(operation) + " fits nowhere: the register was " + values());
      }
    }
    return new Explained();
  }

  /** Beginnings (even) and ends (odd) by time; what ends as another begins may come after it. */
  private int[] events() {
    IntArrayList events = new IntArrayList();
    for (int operation = 0; operation < register.size(); operation++) {
      events.add(2 * operation);
      if (register.isSure(operation)) {
        events.add(2 * operation + 1);
      }
    }
    int[] order = events.toIntArray();
    IntArrays.quickSort(order, (a, b) -> {
      int byTime = Long.compare(time(a), time(b));
      return byTime != 0 ? byTime : Integer.compare(a & 1, b & 1);
    });
    return order;
  }

  private long time(int event) {
    return (event & 1) == 0 ? register.started(event >> 1) : register.ended(event >> 1);
  }

  private void begin(int operation) {
    int place = open.nextClearBit(0);
    open.set(place);
    places[operation] = place;
    if (place == inPlace.size()) {
      inPlace.add(operation);
    } else {
      inPlace.set(place, operation);
    }
    if (register.isRead(operation)) {
      Set<Case> seen = new HashSet<>();
      cases.forEach(each -> seen.add(each.value() == register.leaves(operation) ? each.with(place) : each));
      cases = seen;
    }
  }

  /** The operation must have taken effect by now; false when that can be in no case, or the search is too long. */
  private boolean end(int operation) {
    int place = places[operation];
    Set<Case> after = new HashSet<>();
    Set<Case> seen = new HashSet<>(cases);
    Deque<Case> left = new ArrayDeque<>(cases);
    while (!left.isEmpty() && steps <= limit) {
      Case each = left.pop();
      if (each.done().get(place)) {
        after.add(each.without(place));
        continue;
      }
      for (int other = open.nextSetBit(0); other >= 0; other = open.nextSetBit(other + 1)) {
        Case next = each.done().get(other) ? null : take(each, other);
        if (next != null && seen.add(next)) {
          left.push(next);
          steps++;
        }
      }
    }
    if (after.isEmpty() || steps > limit) {
      return false;
    }
    cases = after;
    open.clear(place);
    return true;
  }

  /** The case in which the operation in a place takes effect next, and then every read that sees its value; null when it cannot, or need not. */
  private @Nullable Case take(Case before, int place) {
    int operation = inPlace.getInt(place);
    int value = register.leaves(operation);
    if (register.isRead(operation)
        || register.needs(operation) != Register.ANY && register.needs(operation) != before.value()) {
      return null;
    }
    BitSet done = (BitSet) before.done().clone();
    done.set(place);
    boolean isSeen = false;
    for (int other = open.nextSetBit(0); other >= 0; other = open.nextSetBit(other + 1)) {
      int watcher = inPlace.getInt(other);
      if (!done.get(other) && register.needs(watcher) == value) {
        isSeen = true;
        if (register.isRead(watcher)) {
          done.set(other);
        }
      }
    }
    return isSeen || register.isSure(operation) ? new Case(value, done) : null;
  }

  private String values() {
    return cases.stream()
        .map(each -> register.value(each.value()))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" or "));
  }
}
