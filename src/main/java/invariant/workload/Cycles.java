package invariant.workload;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.function.IntFunction;

/**
 * Cycles of dependencies: transactions that can have been carried out in no order, by the names that Adya gave them. One of each name is told
 * for each group of transactions that depend on each other.
 */
final class Cycles {

  /** The other has appended next to a list. */
  static final int WW = 1;
  /** The other has read what this one appended. */
  static final int WR = 2;
  /** The other has appended what this one has not read. */
  static final int RW = 4;

  private static final int TRIES = 1_000;

  private final Graph graph;
  private final IntFunction<String> names;
  private final IntFunction<String> labels;

  Cycles(Graph graph, IntFunction<String> names, IntFunction<String> labels) {
    this.graph = graph;
    this.names = names;
    this.labels = labels;
  }

  /** Looks for all of them. */
  void find(Anomalies anomalies) {
    find(new Search("G0", WW, WW), graph.components(WW), anomalies);
    find(new Search("G1c", WR, WW | WR), graph.components(WW | WR), anomalies);
    int[] all = graph.components(WW | WR | RW);
    IntOpenHashSet single = find(new Search("G-single", RW, WW | WR), all, anomalies);
    for (int node = 0; node < all.length; node++) {
      if (single.contains(all[node])) {
        all[node] = -1; // the smaller cycle says more
      }
    }
    find(new Search("G2", RW, WW | WR | RW), all, anomalies);
  }

  /** Cycles of one edge of some kind, and a way back over others. */
  private record Search(String name, int closing, int back) {}

  /** Returns the components in which there is one. */
  private IntOpenHashSet find(Search search, int[] component, Anomalies anomalies) {
    IntOpenHashSet found = new IntOpenHashSet();
    int tries = 0;
    for (int edge = 0; edge < graph.edges() && tries < TRIES; edge++) {
      int one = graph.from.getInt(edge);
      int other = graph.to.getInt(edge);
      if ((graph.kinds.getInt(edge) & search.closing()) == 0 || component[one] < 0 || component[one] != component[other]
          || found.contains(component[one])) {
        continue;
      }
      tries++;
      IntArrayList back = graph.way(other, one, component, search.back());
      if (back != null) {
        found.add(component[one]);
        int closing = edge;
        anomalies.found(search.name(), () -> cycle(closing, back));
      }
    }
    return found;
  }

  private String cycle(int closing, IntArrayList back) {
    StringBuilder text = new StringBuilder(names.apply(graph.from.getInt(closing)));
    step(text, closing);
    back.forEach(edge -> step(text, edge));
    return text.toString();
  }

  private void step(StringBuilder text, int edge) {
    String kind = switch (graph.kinds.getInt(edge)) {
      case WW -> "ww";
      case WR -> "wr";
      default -> "rw";
    };
    text.append(" -")
        .append(kind)
        .append(' ')
        .append(labels.apply(graph.labels.getInt(edge)))
        .append("-> ")
        .append(names.apply(graph.to.getInt(edge)));
  }
}
