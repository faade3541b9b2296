package history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One pass through a journal's file, event by event. */
final class JournalEvents implements Iterator<Event>, Closeable {

  private final Path path;
  private final LineReader reader;
  private final ReadAhead pages;
  private Page page = new Page(List.of(), null);
  /** How many lines of the page, and of the file, have been read. */
  private int line;
  private long number;
  private @Nullable Event next;

  /**
   * Opens the file.
   *
   * @param chunk how many bytes are read at once
   * @param reader joins what belongs together
   */
  JournalEvents(Path path, int chunk, LineReader reader) throws IOException {
    this.path = path;
    this.reader = reader;
    this.pages = new ReadAhead(new Chunks(Files.newInputStream(path), chunk));
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      try {
        next = read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return next != null;
  }

  @Override
  public Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Event event = Objects.requireNonNull(next);
    next = null;
    return event;
  }

  private @Nullable Event read() throws IOException {
    while (line == page.lines().size()) {
      Page.Unreadable problem = page.problem();
      Page following = pages.next();
      if (problem != null) {
        return cut(problem, following == null);
      }
      if (following == null) {
        return null;
      }
      page = following;
      line = 0;
    }
    number++;
    try {
      return reader.event(page.lines().get(line++));
    } catch (IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  /** The last line of a run that was killed may have no end. */
  private Note cut(Page.Unreadable problem, boolean lastPage) throws IOException {
    number++;
    if (!lastPage || !problem.last() || !(problem.why() instanceof JsonProcessingException)) {
      throw unreadable(problem.why());
    }
    page = new Page(List.of(), null);
    line = 0;
    return new Note("cut", reader.latest(),
        JsonNodeFactory.instance.objectNode().put("characters", problem.characters()));
  }

  private IOException unreadable(Exception e) {
    return new IOException(path + ":" + number + " cannot be read: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      pages.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
