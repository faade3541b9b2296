package cli;

import history.History;
import history.Note;
import history.Operation;
import history.jepsen.JepsenFileException;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A history that is counted while it is judged, and that remembers what was wrong with its file: of that a judge would only say that it knows nothing. */
final class Watched implements History {

  private final History history;
  private long operations;
  private @Nullable JepsenFileException problem;

  Watched(History history) {
    this.history = history;
  }

  @Override
  public Stream<Operation> operations() {
    Stream<Operation> stream = history.operations();
    Spliterator<Operation> each = stream.spliterator();
    return StreamSupport.stream(new AbstractSpliterator<Operation>(Long.MAX_VALUE, Spliterator.ORDERED) {
      @Override
      public boolean tryAdvance(Consumer<? super Operation> next) {
        return advance(each, next);
      }
    }, false).onClose(stream::close);
  }

  private boolean advance(Spliterator<Operation> each, Consumer<? super Operation> next) {
    try {
      boolean more = each.tryAdvance(next);
      operations += more ? 1 : 0;
      return more;
    } catch (JepsenFileException e) {
      problem = e;
      throw e;
    }
  }

  @Override
  public Stream<Note> notes() {
    return history.notes();
  }

  /** How many operations have been looked at. */
  long count() {
    return operations;
  }

  /** What was wrong with the file; null when nothing was. */
  @Nullable
  JepsenFileException problem() {
    return problem;
  }
}
