package invariant.workload;

import history.Operation;
import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;

/** Of {@code list-append}: each list grows in one order, nothing that was acknowledged is missing, and the transactions have an order, too. */
record ListsGrowInOneOrder(WorkloadRules rules) implements Invariant {

  @Override
  public String title() {
    return "lists grow in one order";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Reads(rules.linearizable());
  }

  private static final class Reads implements Examination {

    private final Anomalies anomalies = new Anomalies();
    private final Lists lists = new Lists();
    private final Transactions transactions = new Transactions(lists, anomalies);
    private final boolean linearizable;

    Reads(boolean linearizable) {
      this.linearizable = linearizable;
    }

    @Override
    public void see(Operation operation) {
      if (!operation.kind().isEmpty() && !operation.kind().equals("txn")) {
        return;
      }
      try {
        List<Mop> mops = Mop.of(operation.ok() ? operation.answered() : operation.asked());
        transactions.see(operation, mops);
      } catch (IllegalArgumentException e) {
        anomalies.open(() -> Anomalies.name(operation) + ": " + e.getMessage());
      }
    }

    @Override
    public Verdict verdict() {
      for (int element = 0; element < lists.elements.size(); element++) {
        judge(element);
      }
      for (int list = 0; list < lists.size(); list++) {
        dirty(list);
      }
      intermediate();
      new Cycles(dependencies(), transactions::name, lists::name).find(anomalies);
      return anomalies.verdict(
          Findings.count(anomalies.looks(), "read") + " of " + Findings.count(lists.size(), "list") + " in one order");
    }

    private void judge(int element) {
      Elements elements = lists.elements;
      if (elements.seen(element) && !elements.asked(element)) {
        if (elements.isRefused(element)) {
          anomalies.found("aborted read",
              () -> name(element) + " was read at index " + lists.readAt(element) + ", but its append was refused");
        } else {
          anomalies.found("unexpected",
              () -> name(element) + " was read at index " + lists.readAt(element) + ", but nobody appended it");
        }
      } else if (elements.seenTooEarly(element)) {
        anomalies.found("unexpected", () -> name(element) + " was read before anybody appended it");
      }
      if (elements.lost(element)) {
        anomalies.found("lost update", () -> name(element) + " is not in the read at index " + elements.absent(element)
            + ", nor in a later one" + elements.history(element));
      } else if (linearizable && elements.absent(element) >= 0) {
        anomalies.found("stale", () -> name(element) + " is not in the read at index " + elements.absent(element)
            + elements.history(element));
      }
    }

    private String name(int element) {
      return "element " + lists.elements.name(element) + " of list " + lists.name(lists.elements.owner(element));
    }

    /** What was refused must not be built upon, and must not be there in the end. */
    private void dirty(int list) {
      IntArrayList order = lists.order(list);
      for (int i = 0; i < order.size() - 1; i++) {
        int element = order.getInt(i);
        int following = order.getInt(i + 1);
        if (aborted(element) && !aborted(following)) {
          anomalies.found("dirty update", () -> name(element) + " was refused, but " + lists.elements.name(following)
              + " follows upon it in the read at index " + lists.orderAt(list));
        }
      }
      for (int element : lists.last(list)) {
        if (aborted(element) && lists.elements.refused(element) < lists.lastAt(list)) {
          anomalies.found("dirty final state",
              () -> name(element) + " was refused, but is there in the last read, at index " + lists.lastAt(list));
        }
      }
    }

    private boolean aborted(int element) {
      return lists.elements.isRefused(element) && !lists.elements.asked(element);
    }

    private void intermediate() {
      for (int read = 0; read < transactions.reads(); read++) {
        int last = transactions.readLast(read);
        int reader = transactions.reader(read);
        if (last != Transactions.EMPTY && lists.isOverwritten(last) && lists.writer(last) != reader) {
          anomalies.found("intermediate read",
              () -> "the transaction at " + transactions.name(reader) + " has read " + name(last)
                  + " as the last, but the transaction at " + transactions.name(lists.writer(last))
                  + " has appended more to it");
        }
      }
    }

    private Graph dependencies() {
      Graph graph = new Graph(transactions.size());
      int[] follower = new int[lists.elements.size()];
      for (int list = 0; list < lists.size(); list++) {
        IntArrayList order = lists.order(list);
        for (int i = 0; i + 1 < order.size(); i++) {
          follower[order.getInt(i)] = order.getInt(i + 1) + 1;
          edge(graph, lists.writer(order.getInt(i)), lists.writer(order.getInt(i + 1)), Cycles.WW, list);
        }
      }
      for (int read = 0; read < transactions.reads(); read++) {
        int list = transactions.readList(read);
        int last = transactions.readLast(read);
        int reader = transactions.reader(read);
        IntArrayList order = lists.order(list);
        int following = last != Transactions.EMPTY ? follower[last] - 1 : order.isEmpty() ? -1 : order.getInt(0);
        if (last != Transactions.EMPTY) {
          edge(graph, lists.writer(last), reader, Cycles.WR, list);
        }
        if (following >= 0) {
          edge(graph, reader, lists.writer(following), Cycles.RW, list);
        }
      }
      return graph;
    }
  }

  private static void edge(Graph graph, int from, int to, int kind, int list) {
    if (from != Lists.NOBODY && to != Lists.NOBODY) {
      graph.add(from, to, kind, list);
    }
  }
}
