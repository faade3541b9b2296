package history;

import history.Chunks.Chunk;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Parses the chunks of a file on all cores, a few of them ahead of the reader, and hands them out in order.
 *
 * <p>A reader that finds its next chunk untouched parses it itself: so no core is idle, whichever of parsing and judging is more work.
 */
final class ReadAhead implements Closeable {

  /** More would parse faster than anybody can judge. */
  private static final int MOST_WORKERS = 4;

  private final Chunks chunks;
  private final int ahead;
  private final ExecutorService workers;
  private final Deque<Task> window = new ArrayDeque<>();
  private final ConcurrentLinkedQueue<PageParser> parsers = new ConcurrentLinkedQueue<>();
  private boolean ended;

  private static final class Task extends FutureTask<Page> {

    private final Chunk chunk;

    Task(Chunk chunk, ReadAhead reader) {
      super(() -> reader.parse(chunk));
      this.chunk = chunk;
    }
  }

  ReadAhead(Chunks chunks) {
    int count = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, MOST_WORKERS);
    this.chunks = chunks;
    this.ahead = 2 * count + 2;
    this.workers = Executors.newFixedThreadPool(count, Thread.ofPlatform().name("history-", 1).daemon().factory());
  }

  /** The next page, or null at the end of the file. */
  @Nullable
  Page next() throws IOException {
    fill();
    Task task = window.poll();
    if (task == null) {
      return null;
    }
    task.run(); // does nothing when a worker has begun it
    try {
      Page page = task.get();
      chunks.done(task.chunk);
      return page;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading", e);
    }
  }

  private void fill() throws IOException {
    while (!ended && window.size() < ahead) {
      Chunk chunk = chunks.next();
      if (chunk == null) {
        ended = true;
        workers.shutdown();
      } else {
        Task task = new Task(chunk, this);
        if (!window.isEmpty()) { // the first is the reader's own
          workers.execute(task);
        }
        window.add(task);
      }
    }
  }

  private Page parse(Chunk chunk) {
    PageParser known = parsers.poll();
    PageParser parser = known == null ? new PageParser() : known;
    try {
      return parser.parse(chunk);
    } finally {
      parsers.add(parser);
    }
  }

  @Override
  public void close() throws IOException {
    workers.shutdownNow();
    chunks.close();
  }
}
