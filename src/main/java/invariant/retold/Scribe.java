package invariant.retold;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import history.Outcome;
import history.jepsen.Entry;
import history.jepsen.Entry.Type;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes operations down in the order of their times, as a journal's lines are only nearly in that order.
 *
 * <p>Processes are new ones, as in Jepsen's form a process does one thing at a time, and none after an unknown end.
 */
final class Scribe {

  private final List<Said> all = new ArrayList<>();
  private final LongArrayList started = new LongArrayList();
  private final LongArrayList ended = new LongArrayList();

  /** An operation in the words of a workload. */
  record Said(String kind, JsonNode asked, Type end, JsonNode answered) {

    /** What came of an operation, in other words; the answer counts only when there was one. */
    static Said of(Operation operation, String kind, JsonNode asked, JsonNode answered) {
      return switch (operation.outcome()) {
        case Outcome.Ok() -> new Said(kind, asked, Type.OK, answered);
        case Outcome.Refused _ -> new Said(kind, asked, Type.FAIL, asked);
        case Outcome.Unknown _ -> new Said(kind, asked, Type.INFO, asked);
      };
    }
  }

  /** Keeps an operation with its own times. */
  void keep(Operation operation, Said said) {
    keep(said, operation.invocation().started(), operation.ended());
  }

  /** Keeps something between two times, in nanoseconds since the run's zero. */
  void keep(Said said, long begun, long done) {
    all.add(said);
    started.add(begun);
    ended.add(Math.max(begun, done));
  }

  /** Everything, in order; what begins as something else ends comes before it. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(2 * all.size());
    long[] processes = new long[all.size()];
    LongHeapPriorityQueue free = new LongHeapPriorityQueue();
    long process = 0;
    for (int event : events()) {
      int which = event >> 1;
      Said said = all.get(which);
      if ((event & 1) == 0) {
        processes[which] = free.isEmpty() ? process++ : free.dequeueLong();
        entries.add(new Entry(Type.INVOKE, said.kind(), said.asked(), processes[which], started.getLong(which)));
      } else {
        entries.add(new Entry(said.end(), said.kind(), said.answered(), processes[which], ended.getLong(which)));
        if (said.end() != Type.INFO) {
          free.enqueue(processes[which]);
        }
      }
    }
    return entries;
  }

  /** Beginnings (even) and ends (odd). */
  private int[] events() {
    int[] events = new int[2 * all.size()];
    for (int i = 0; i < events.length; i++) {
      events[i] = i;
    }
    IntArrays.quickSort(events, (a, b) -> {
      int byTime = Long.compare(time(a), time(b));
      int byEnd = byTime != 0 ? byTime : Integer.compare(a & 1, b & 1);
      return byEnd != 0 ? byEnd : Integer.compare(a, b);
    });
    return events;
  }

  private long time(int event) {
    return (event & 1) == 0 ? started.getLong(event >> 1) : ended.getLong(event >> 1);
  }
}
