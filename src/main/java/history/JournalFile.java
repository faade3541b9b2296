package history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a journal's file back, in one pass per stream; memory is bounded by the number of operations that are open at one time. Lines are
 * parsed on all cores, and events come in the order of the file on the reader's own thread.
 *
 * <p>A run that was killed may leave half a line at the end: it is left out, and a last note {@code cut} counts its characters. A line
 * elsewhere that cannot be read is an {@link UncheckedIOException} that names file and line.
 */
public final class JournalFile implements History {

  /** The first line, the run's header, is much shorter. */
  private static final int HEAD = 1 << 16;

  private final Path path;
  private final int chunk;

  /** A reader of the given {@code history.jsonl}, which may still be growing. */
  public JournalFile(Path path) {
    this(path, Chunks.SIZE);
  }

  JournalFile(Path path, int chunk) {
    this.path = path;
    this.chunk = chunk;
  }

  /** Whether a file begins as a journal does. */
  public static boolean isOne(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD);
      int end = new String(head, StandardCharsets.ISO_8859_1).indexOf('\n');
      return !new PageParser().parse(new Chunks.Chunk(head, end < 0 ? head.length : end)).lines().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      JournalEvents events = new JournalEvents(path, chunk, lines);
      return StreamSupport
          .stream(Spliterators.spliteratorUnknownSize(events, Spliterator.ORDERED | Spliterator.NONNULL), false)
          .onClose(events::close);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
