package protocol.engine;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.HdrHistogram.Recorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for work that would hold up an event loop, signatures above all; it waits in line and tells how long the line was. Safe from
 * any thread.
 */
public final class SigningLane implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(SigningLane.class);
  private static final int ROOM = 1 << 16;
  private static final int DIGITS = 2;

  private final ThreadPoolExecutor threads;
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicLong done = new AtomicLong();
  private final Recorder waits = new Recorder(DIGITS);

  /**
   * How it went so far.
   *
   * @param done how many pieces of work are done
   * @param waiting how many wait now
   * @param most how many have waited at one time
   * @param p99 the 99th percentile of waiting, in microseconds
   */
  public record Figures(long done, int waiting, int most, long p99) {}

  /** A lane with so many threads. */
  public SigningLane(int count) {
    var number = new AtomicInteger();
    this.threads = new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(ROOM),
        work -> Thread.ofPlatform().daemon().name("signing-" + number.incrementAndGet()).unstarted(work));
  }

  /** A lane with a thread for every two processors: the others are for the event loops and for what is under load. */
  public static SigningLane open() {
    return new SigningLane(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  }

  /**
   * Does a piece of work as soon as its turn comes.
   *
   * @param then gets what came of it, on the lane's thread
   * @param failed gets what was thrown, also by {@code then}, or a {@link RejectedExecutionException} when the line is too long
   */
  public <T> void submit(Supplier<T> work, Consumer<T> then, Consumer<Throwable> failed) {
    long since = System.nanoTime();
    try {
      threads.execute(() -> run(since, work, then, failed));
    } catch (RejectedExecutionException e) {
      failed.accept(e);
      return;
    }
    most.accumulateAndGet(threads.getQueue().size(), Math::max);
  }

  private <T> void run(long since, Supplier<T> work, Consumer<T> then, Consumer<Throwable> failed) {
    waits.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - since));
    try {
      T result = work.get();
      done.incrementAndGet();
      then.accept(result);
    } catch (Throwable e) { // whoever waits must hear of it
      LOGGER.error("A piece of work failed", e);
      failed.accept(e);
    }
  }

  /** How it went so far; the percentile is that of the time since this was last asked. */
  public Figures figures() {
    return new Figures(done.get(), threads.getQueue().size(), most.get(),
        waits.getIntervalHistogram().getValueAtPercentile(99));
  }

  /** What still waits is not done any more. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
