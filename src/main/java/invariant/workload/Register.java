package invariant.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Operation;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The operations on one register that were carried out, or may have been, in columns; values have numbers, and {@code nil}, the first one, is 0. */
final class Register {

  /** Whatever the value was. */
  static final int ANY = -1;
  /** The end of what nobody has answered. */
  static final long NEVER = Long.MAX_VALUE;

  private final Object2IntOpenHashMap<JsonNode> numbers = new Object2IntOpenHashMap<>();
  private final List<JsonNode> values = new ArrayList<>();
  private final BitSet written = new BitSet();
  /** By operation: which value it needs, or {@link #ANY}, and which it leaves; a read leaves what it needs. */
  private final IntArrayList needs = new IntArrayList();
  private final IntArrayList leaves = new IntArrayList();
  private final BitSet reads = new BitSet();
  private final LongArrayList started = new LongArrayList();
  private final LongArrayList ended = new LongArrayList();

  Register() {
    numbers.defaultReturnValue(-1);
    written.set(number(NullNode.getInstance()));
  }

  void read(Operation operation, JsonNode value) {
    reads.set(size());
    add(operation, number(value), number(value));
  }

  void write(Operation operation, JsonNode value) {
    written.set(number(value));
    add(operation, ANY, number(value));
  }

  void cas(Operation operation, JsonNode from, JsonNode to) {
    written.set(number(to));
    add(operation, number(from), number(to));
  }

  private void add(Operation operation, int from, int to) {
    needs.add(from);
    leaves.add(to);
    started.add(operation.invocation().started());
    ended.add(operation.ok() ? operation.ended() : NEVER);
  }

  private int number(JsonNode value) {
    int known = numbers.getInt(value);
    if (known >= 0) {
      return known;
    }
    numbers.put(value, values.size());
    values.add(value);
    return values.size() - 1;
  }

  int size() {
    return needs.size();
  }

  int needs(int operation) {
    return needs.getInt(operation);
  }

  int leaves(int operation) {
    return leaves.getInt(operation);
  }

  boolean isRead(int operation) {
    return reads.get(operation);
  }

  /** Whether somebody has tried to write the value, or it is the first one. */
  boolean isWritten(int value) {
    return written.get(value);
  }

  long started(int operation) {
    return started.getLong(operation);
  }

  long ended(int operation) {
    return ended.getLong(operation);
  }

  /** Whether it was acknowledged. */
  boolean isSure(int operation) {
    return ended(operation) != NEVER;
  }

  String value(int number) {
    return values.get(number).isNull() ? "nil" : values.get(number).toString();
  }

  /** An operation, for people: {@code read 3 at index 7 to 9}. */
  String name(int operation) {
    String what = isRead(operation) ? "read " + value(leaves(operation))
        : needs(operation) == ANY ? "write " + value(leaves(operation))
            : "cas " + value(needs(operation)) + " to " + value(leaves(operation));
    return what + " at index " + started(operation) + (isSure(operation) ? " to " + ended(operation) : "");
  }
}
