package history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Keeps a run's events in a file, off the threads that make them.
 *
 * <p>Recording puts a reference into a ring of the calling thread's own: it never blocks and allocates nothing. One thread empties the rings,
 * writes the file and hands each event on to a listener. When a ring is full its event is lost, counted, and the run fails on it.
 */
public final class Journal implements Recorder, AutoCloseable {

  private static final int CAPACITY = 1 << 15;
  private static final long IDLE = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long FLUSH_EVERY = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long CLOSE_WITHIN = TimeUnit.SECONDS.toMillis(30);

  private final JournalWriter file;
  private final Consumer<Event> listener;
  private final int capacity;
  private final List<Ring> rings = new CopyOnWriteArrayList<>();
  private final ThreadLocal<Ring> own = ThreadLocal.withInitial(this::newRing);
  private final Ring shared;
  private final LongAdder lost = new LongAdder();
  private final Queue<CompletableFuture<Void>> flushes = new ConcurrentLinkedQueue<>();
  private final Set<Long> open = new HashSet<>();
  private final List<Operation> early = new ArrayList<>();
  private final Thread writer;
  private volatile boolean closing;

  private Journal(JournalWriter file, Consumer<Event> listener, int capacity) {
    this.file = file;
    this.listener = listener;
    this.capacity = capacity;
    this.shared = newRing();
    this.writer = Thread.ofPlatform().name("journal").daemon().unstarted(this::write);
  }

  /**
   * Opens a journal in a new file.
   *
   * @param listener is handed each event after it was written, on the journal's thread
   */
  public static Journal open(Path path, Consumer<Event> listener) throws IOException {
    return open(path, listener, CAPACITY);
  }

  /** The same with rings of another size, a power of two. */
  static Journal open(Path path, Consumer<Event> listener, int capacity) throws IOException {
    Journal journal = new Journal(new JournalWriter(path), listener, capacity);
    journal.writer.start();
    return journal;
  }

  @Override
  public void record(Event event) {
    boolean kept;
    if (Thread.currentThread().isVirtual()) { // too many, and too short-lived, for rings of their own
      synchronized (shared) {
        kept = shared.offer(event);
      }
    } else {
      kept = own.get().offer(event);
    }
    if (!kept) {
      lost.increment();
    }
  }

  /** How many events found no room so far. */
  public long lost() {
    return lost.sum();
  }

  /** Waits until everything recorded before is in the file; false when that takes longer than the given time. */
  public boolean flush(long millis) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    flushes.add(done);
    LockSupport.unpark(writer);
    try {
      done.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException _) {
      return false;
    }
  }

  /** Writes what is left and closes the file. Harmless when called again. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(writer);
    try {
      writer.join(CLOSE_WITHIN);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Ring newRing() {
    Ring ring = new Ring(capacity);
    rings.add(ring);
    return ring;
  }

  private void write() {
    long flushed = System.nanoTime();
    while (true) {
      boolean last = closing;
      CompletableFuture<Void> asked = flushes.poll();
      int drained = drain();
      if (asked != null || last || System.nanoTime() - flushed > FLUSH_EVERY) {
        file.flush();
        flushed = System.nanoTime();
      }
      if (asked != null) {
        asked.complete(null);
      } else if (last && drained == 0) {
        file.close();
        return;
      } else if (drained == 0) {
        LockSupport.parkNanos(IDLE);
      }
    }
  }

  private int drain() {
    int drained = 0;
    for (Ring ring : rings) {
      drained += ring.drainTo(this::accept);
    }
    // An operation may overtake its invocation when they come from two threads; by now the other ring was emptied too.
    List<Operation> waiting = List.copyOf(early);
    early.clear();
    waiting.forEach(this::accept);
    return drained;
  }

  private void accept(Event event) {
    switch (event) {
      case Invocation invocation -> open.add(invocation.id());
      case Operation operation -> {
        if (!open.remove(operation.invocation().id())) {
          if (!closing) {
            early.add(operation);
            return;
          }
        }
      }
      case Note _ -> {
        // nothing to pair
      }
    }
    file.write(event);
    listener.accept(event);
  }
}
