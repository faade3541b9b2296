package history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps every event of a run in an append-only file of JSON lines, {@code history.jsonl}.
 *
 * <p>Recording costs the caller a store into a ring of its own thread: it never blocks, and allocates nothing beyond the event. One thread
 * of the journal's own empties the rings into the file, which lags behind by 100 ms at most, so that a killed run leaves a readable
 * history. An event that finds its ring full, or cannot be written, is counted, and a note {@code lost} tells so: a run with lost events
 * proves nothing.
 */
public final class Journal implements Recorder, AutoCloseable {

  /** How many events a thread may be ahead of the file: at 100,000 events per second, a third of a second. */
  static final int RING = 1 << 15;

  private static final long CATCH_UP_WITHIN = TimeUnit.SECONDS.toMillis(30);

  private final int ring;
  private final Rings rings;
  private final JournalWriter writer;
  private final LongAdder late = new LongAdder();
  private volatile boolean closed;

  private Journal(int ring, Rings rings, JournalWriter writer) {
    this.ring = ring;
    this.rings = rings;
    this.writer = writer;
  }

  /**
   * Starts a journal.
   *
   * @param file must not exist; may be moved within its file system while it is written
   * @param listener is handed each event in the order of the file, on the journal's own thread
   * @throws IOException when the file cannot be created
   */
  public static Journal open(Path file, Consumer<Event> listener) throws IOException {
    return open(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), listener, RING);
  }

  static Journal open(FileChannel file, Consumer<Event> listener, int ring) {
    return open(file, listener, ring, new Rings(ring));
  }

  static Journal open(FileChannel file, Consumer<Event> listener, int ring, Rings rings) {
    return new Journal(ring, rings, JournalWriter.start(file, rings, listener));
  }

  @Override
  public void record(Event event) {
    if (closed) {
      late.increment();
    } else {
      rings.put(event);
    }
  }

  /**
   * Records many events, and waits for the file as often as it must: for what a run's set-up has to keep, which may be more than a ring
   * holds.
   */
  public void recordAll(Stream<? extends Event> events) {
    Iterator<? extends Event> each = events.iterator();
    for (int count = 1; each.hasNext(); count++) {
      record(each.next());
      if (count % ring == 0) {
        flush(CATCH_UP_WITHIN);
      }
    }
  }

  /** How many events found no room, could not be written, or came after the end; above 0 the history is incomplete. */
  public synchronized long lost() {
    if (writer.hasEnded()) {
      late.add(rings.drain(_ -> {})); // recorded while the writer ended, or after it broke down: nobody will write them
    }
    return rings.lost() + late.sum();
  }

  /**
   * Waits until everything recorded before the call is in the file, and the listener has seen it; false when that takes longer, or the
   * journal's thread has broken down.
   */
  public boolean flush(long millis) {
    return writer.flush(millis);
  }

  /**
   * Writes what is left, and closes the file. Harmless when called again. Events recorded after this are counted as lost, but no note tells
   * of them: users of a run that was interrupted go on for a moment, and what is open at its end is unknown anyway.
   */
  @Override
  public void close() {
    closed = true;
    writer.close();
  }
}
