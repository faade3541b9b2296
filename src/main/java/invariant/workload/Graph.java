package invariant.workload;

import it.unimi.dsi.fastutil.ints.IntArrayFIFOQueue;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Who depends on whom, with kinds of dependencies: bits, so that several can be asked for at once. */
final class Graph {

  final IntArrayList from = new IntArrayList();
  final IntArrayList to = new IntArrayList();
  final IntArrayList kinds = new IntArrayList();
  /** What each dependency is about. */
  final IntArrayList labels = new IntArrayList();

  private final int nodes;
  /** By node: its first edge + 1; by edge: the next of the same node + 1; 0 when there is none. */
  private final int[] first;
  private final IntArrayList next = new IntArrayList();

  Graph(int nodes) {
    this.nodes = nodes;
    this.first = new int[nodes];
  }

  /** Adds a dependency; on itself nobody depends. */
  void add(int one, int other, int kind, int label) {
    if (one != other) {
      from.add(one);
      to.add(other);
      kinds.add(kind);
      labels.add(label);
      next.add(first[one]);
      first[one] = from.size();
    }
  }

  int edges() {
    return from.size();
  }

  /**
   * The number of the strongly connected component that each node is in, by Tarjan's algorithm without recursion; -1 when it is alone in it.
   *
   * @param mask the kinds of edges that count
   */
  int[] components(int mask) {
    return new Tarjan(mask).components();
  }

  /** The edges of a shortest way between two nodes of a component; null when there is none. */
  @Nullable
  IntArrayList way(int start, int end, int[] component, int mask) {
    int[] arrived = new int[nodes];
    Arrays.fill(arrived, -1);
    IntArrayFIFOQueue queue = new IntArrayFIFOQueue();
    queue.enqueue(start);
    while (!queue.isEmpty()) {
      int node = queue.dequeueInt();
      for (int edge = first[node] - 1; edge >= 0; edge = next.getInt(edge) - 1) {
        int there = to.getInt(edge);
        if ((kinds.getInt(edge) & mask) != 0 && component[there] == component[start] && arrived[there] < 0) {
          arrived[there] = edge;
          if (there == end) {
            return back(start, end, arrived);
          }
          queue.enqueue(there);
        }
      }
    }
    return null;
  }

  private IntArrayList back(int start, int end, int[] arrived) {
    IntArrayList way = new IntArrayList();
    int node = end;
    do {
      way.add(0, arrived[node]);
      node = from.getInt(arrived[node]);
    } while (node != start);
    return way;
  }

  private final class Tarjan {

    private final int mask;
    private final int[] index = new int[nodes];
    private final int[] low = new int[nodes];
    private final int[] component = new int[nodes];
    private final int[] edge = first.clone();
    private final IntArrayList stack = new IntArrayList();
    private final boolean[] onStack = new boolean[nodes];
    private int visited;
    private int components;

    Tarjan(int mask) {
      this.mask = mask;
      Arrays.fill(component, -1);
    }

    int[] components() {
      for (int node = 0; node < nodes; node++) {
        if (index[node] == 0) {
          walk(node);
        }
      }
      return component;
    }

    private void walk(int root) {
      IntArrayList path = new IntArrayList();
      enter(root, path);
      while (!path.isEmpty()) {
        int node = path.topInt();
        int each = edge[node] - 1;
        if (each < 0) {
          path.popInt();
          leave(node);
          if (!path.isEmpty()) {
            low[path.topInt()] = Math.min(low[path.topInt()], low[node]);
          }
        } else {
          edge[node] = next.getInt(each);
          int there = to.getInt(each);
          if ((kinds.getInt(each) & mask) == 0) {
            continue;
          }
          if (index[there] == 0) {
            enter(there, path);
          } else if (onStack[there]) {
            low[node] = Math.min(low[node], index[there]);
          }
        }
      }
    }

    private void enter(int node, IntArrayList path) {
      visited++;
      index[node] = visited;
      low[node] = visited;
      stack.push(node);
      onStack[node] = true;
      path.push(node);
    }

    private void leave(int node) {
      if (low[node] != index[node]) {
        return;
      }
      boolean alone = stack.topInt() == node;
      int member;
      do {
        member = stack.popInt();
        onStack[member] = false;
        component[member] = alone ? -1 : components;
      } while (member != node);
      components += alone ? 0 : 1;
    }
  }
}
