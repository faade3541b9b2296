package history;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * What has been recorded and not been written yet: a ring for every platform thread, and one for all virtual threads together.
 *
 * <p>Virtual threads come by the thousand and record little, so they share a ring, one at a time, instead of bringing a large one each.
 */
final class Rings {

  private final int capacity;
  private final Ring shared;
  private final ReentrantLock sharing = new ReentrantLock();
  private final List<Owned> all = new CopyOnWriteArrayList<>();
  private final ThreadLocal<Ring> mine = ThreadLocal.withInitial(this::add);
  private final LongAdder lost = new LongAdder();

  private record Owned(Thread owner, Ring ring) {}

  Rings(int capacity) {
    this.capacity = capacity;
    this.shared = new Ring(capacity);
  }

  void put(Event event) {
    if (!(Thread.currentThread().isVirtual() ? share(event) : mine.get().offer(event))) {
      lost.increment();
    }
  }

  /** Counts events that nobody will ever see. */
  void lose() {
    lost.increment();
  }

  long lost() {
    return lost.sum();
  }

  /** Hands out everything that was put before the call, each thread's events in order, and forgets the rings of threads that ended. */
  int drain(Consumer<Event> consumer) {
    int taken = shared.drain(consumer);
    for (Owned owned : all) {
      boolean ended = !owned.owner().isAlive(); // asked before draining: nothing can be added afterwards
      taken += owned.ring().drain(consumer);
      if (ended) {
        all.remove(owned);
      }
    }
    return taken;
  }

  /** How many threads have a ring of their own. */
  int threads() {
    return all.size();
  }

  private boolean share(Event event) {
    sharing.lock();
    try {
      return shared.offer(event);
    } finally {
      sharing.unlock();
    }
  }

  private Ring add() {
    Ring ring = new Ring(capacity);
    all.add(new Owned(Thread.currentThread(), ring));
    return ring;
  }
}
