package rig.checkout;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import rig.checkout.store.Row;

/** Shows rows as they were two seconds ago: for {@link Anomaly#LATE_STATE}. What is new is shown as it was at first. */
final class Late<R extends Row> {

  private static final long DELAY = Duration.ofSeconds(2).toNanos();

  private record Before<R>(long until, R row) {}

  private final ConcurrentMap<String, Queue<Before<R>>> past = new ConcurrentHashMap<>();

  /** A row is about to be replaced. */
  void replaced(R row) {
    var before = new Before<>(System.nanoTime() + DELAY, row);
    past.compute(row.id(), (_, queue) -> {
      Queue<Before<R>> rows = queue == null ? new ConcurrentLinkedQueue<>() : queue;
      rows.add(before);
      return rows;
    });
  }

  /** What is to be shown instead of a row. */
  R shown(R row) {
    Queue<Before<R>> rows = past.computeIfPresent(row.id(), (_, queue) -> {
      queue.removeIf(before -> before.until() - System.nanoTime() < 0);
      return queue.isEmpty() ? null : queue;
    });
    return rows == null ? row : Optional.ofNullable(rows.peek()).map(Before::row).orElse(row);
  }
}
