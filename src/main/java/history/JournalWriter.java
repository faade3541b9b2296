package history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The journal's own thread: empties the rings, writes the lines, tells the listener. */
final class JournalWriter implements Runnable {

  /** How often rings are looked at while there is nothing to do; nobody wakes the writer, since that would cost the caller. */
  private static final long LOOK_AGAIN_MS = 5;
  private static final long FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long CLOSE_WITHIN_MS = 30_000;
  private static final int BUFFER = 1 << 16;

  private final Rings rings;
  private final FileChannel channel;
  private final OutputStream file;
  private final Lines lines;
  private final Consumer<Event> listener;
  private final Pairing pairing = new Pairing(this::write);
  private final LinkedBlockingQueue<CountDownLatch> flushes = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofPlatform().name("journal").daemon().unstarted(this);
  private volatile boolean closing;
  private volatile boolean brokenDown = true; // until it has come to its end
  private @Nullable Throwable failure;
  private boolean broken;
  private long latest;
  private long lostNoted;
  private long flushed = System.nanoTime();

  private JournalWriter(Rings rings, FileChannel channel, Consumer<Event> listener) {
    this.rings = rings;
    this.channel = channel;
    this.file = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    this.lines = new Lines(file);
    this.listener = listener;
  }

  static JournalWriter start(FileChannel channel, Rings rings, Consumer<Event> listener) {
    JournalWriter writer = new JournalWriter(rings, channel, listener);
    writer.thread.start();
    return writer;
  }

  @Override
  public void run() {
    try {
      work();
      closeFile();
      brokenDown = false;
      flushes.forEach(CountDownLatch::countDown);
    } catch (RuntimeException | Error e) {
      fail(e); // what it had in hand; what is still in the rings is counted by whoever asks
      closeFile();
      System.getLogger("history").log(System.Logger.Level.ERROR, "the journal is not written any more", e);
    }
  }

  private void work() {
    try {
      while (!closing) {
        CountDownLatch waiting = flushes.poll(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
        if (waiting != null) {
          settle();
          flush();
          waiting.countDown();
        } else if (pass() == 0 || System.nanoTime() - flushed > FLUSH_NANOS) {
          flush();
        }
      }
    } catch (InterruptedException _) {
      // nobody has a reason to: write what is there and go
    }
    settle();
    pass(); // tells what settling has lost
  }

  /** Whether nobody writes any more, at the end of all or since it has broken down. */
  boolean hasEnded() {
    return !thread.isAlive();
  }

  boolean flush(long millis) {
    CountDownLatch done = new CountDownLatch(1);
    flushes.add(done);
    try {
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      while (thread.isAlive() && System.nanoTime() < until) {
        if (done.await(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
      return !thread.isAlive() && !brokenDown;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void close() {
    closing = true;
    try {
      thread.join(CLOSE_WITHIN_MS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes everything recorded before this call: the second pass settles the ends that came before their beginnings in the first. */
  private void settle() {
    pass();
    pass();
  }

  private int pass() {
    int taken = pairing.pass(rings);
    long lost = rings.lost();
    if (lost > lostNoted) {
      ObjectNode value = JsonNodeFactory.instance.objectNode().put("count", lost - lostNoted);
      lostNoted = lost;
      tell(new Note("lost", latest, failure == null ? value : value.put("cause", failure.toString())));
    }
    return taken;
  }

  private void write(Event event) {
    try {
      if (broken) {
        rings.lose();
      }
      put(event);
    } catch (IOException | RuntimeException | Error e) { // an Error, too: whatever comes later shall still be written
      fail(e);
    }
  }

  private void tell(Note lost) {
    try {
      put(lost);
    } catch (IOException | RuntimeException | Error _) {
      // that a note of losses is lost is not worth another one: the count stays
    }
  }

  private void put(Event event) throws IOException {
    latest = Math.max(latest, event.time());
    if (!broken) {
      try {
        lines.write(event);
      } catch (JsonProcessingException e) {
        throw e; // this event alone: nothing of it has reached the file
      } catch (IOException | Error e) {
        broken = true; // half a line may be there now: whatever followed it could not be read
        throw e;
      }
    }
    listener.accept(event);
  }

  private void flush() {
    flushed = System.nanoTime();
    try {
      if (!broken) {
        file.flush();
      }
    } catch (IOException e) {
      broken = true;
      fail(e);
    }
  }

  private void closeFile() {
    flush();
    try (channel) {
      channel.force(false);
    } catch (IOException e) {
      fail(e);
    }
  }

  /** One event is lost; the first cause is kept for the end. */
  private void fail(Throwable e) {
    rings.lose();
    if (failure == null) {
      failure = e;
    }
  }
}
