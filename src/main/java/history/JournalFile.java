package history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal's file back, in one pass per stream; memory is bounded by the number of operations that are open at one time.
 *
 * <p>A run that was killed may leave half a line at the end: it is left out, and a last note {@code cut} counts its characters. A line
 * elsewhere that cannot be read is an {@link UncheckedIOException} that names file and line.
 */
public final class JournalFile implements History {

  private final Path path;

  /** A reader of the given {@code history.jsonl}, which may still be growing. */
  public JournalFile(Path path) {
    this.path = path;
  }

  /** Every event in the order of the file; operations that never ended are only there as invocations. */
  public Stream<Event> events() {
    return stream(new LineReader());
  }

  @Override
  public Stream<Operation> operations() {
    LineReader lines = new LineReader();
    // Streams are lazy: what is left open is asked for only when the file has been read to its end.
    return Stream.concat(stream(lines), Stream.of(lines).flatMap(LineReader::neverEnded))
        .filter(Operation.class::isInstance)
        .map(Operation.class::cast);
  }

  @Override
  public Stream<Note> notes() {
    return events().filter(Note.class::isInstance).map(Note.class::cast);
  }

  /** In the order of the file; what never ended comes last. */
  @Override
  public Stream<Event> everything() {
    LineReader lines = new LineReader();
    return Stream.concat(stream(lines).filter(event -> !(event instanceof Invocation)),
        Stream.of(lines).flatMap(LineReader::neverEnded));
  }

  private Stream<Event> stream(LineReader lines) {
    try {
      Events events = new Events(path, lines);
      return StreamSupport
          .stream(Spliterators.spliteratorUnknownSize(events, Spliterator.ORDERED | Spliterator.NONNULL), false)
          .onClose(events::close);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Events implements Iterator<Event> {

    private final Path path;
    private final LineReader lines;
    private final BufferedReader reader;
    private long number;
    private @Nullable Event next;

    Events(Path path, LineReader lines) throws IOException {
      this.path = path;
      this.lines = lines;
      // A character may be cut in two as well, so what is malformed is replaced and not refused.
      this.reader = new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
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
      String line = reader.readLine();
      if (line == null) {
        return null;
      }
      number++;
      try {
        return lines.read(line);
      } catch (JsonProcessingException e) {
        if (reader.readLine() == null) {
          return new Note("cut", lines.latest(),
              JsonNodeFactory.instance.objectNode().put("characters", line.length()));
        }
        throw unreadable(e);
      } catch (IllegalArgumentException e) {
        throw unreadable(e);
      }
    }

    private IOException unreadable(Exception e) {
      return new IOException(path + ":" + number + " cannot be read: " + e.getMessage(), e);
    }

    void close() {
      try {
        reader.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
