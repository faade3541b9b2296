package history.jepsen;

import history.History;
import history.Note;
import history.Operation;
import history.jepsen.Entries.Placed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a history as Jepsen, elle-cli and Maelstrom write it: as EDN when the name ends in {@code .edn}, else as JSON; one operation after the
 * other, or one array of them. Memory is bounded by the number of operations that are open at one time.
 *
 * <p>Times of operations are the numbers of their lines, from 0, as {@code :index} is: they order exactly, which {@code :time} may not. What is
 * wrong with a file is a {@link JepsenFileException}.
 */
public final class JepsenFile implements History {

  private final Path file;

  /** A reader of the given file, which is opened with each stream. */
  public JepsenFile(Path file) {
    this.file = file;
  }

  @Override
  public Stream<Operation> operations() {
    Matching matching = new Matching();
    return Stream.concat(placed().mapMulti((placed, ended) -> match(matching, placed, ended)),
        Stream.of(matching).flatMap(Matching::neverEnded));
  }

  /** There are none: what is no operation is left out. */
  @Override
  public Stream<Note> notes() {
    return Stream.empty();
  }

  /** The file's lines themselves, in order. */
  public Stream<Entry> entries() {
    return placed().map(Placed::entry);
  }

  private Stream<Placed> placed() {
    try {
      boolean edn = file.toString().toLowerCase(Locale.ROOT).endsWith(".edn");
      Pieces pieces = edn ? new EdnPieces(file) : new JsonPieces(file);
      return StreamSupport
          .stream(Spliterators.spliteratorUnknownSize(new Entries(file, pieces), Spliterator.ORDERED), false)
          .onClose(() -> close(pieces));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void match(Matching matching, Placed placed, Consumer<Operation> ended) {
    try {
      matching.match(placed.entry(), ended);
    } catch (IllegalArgumentException e) {
      throw new JepsenFileException(file, placed.where() + ": " + e.getMessage());
    }
  }

  private static void close(Pieces pieces) {
    try {
      pieces.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
