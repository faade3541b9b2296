package history;

import java.util.List;
import java.util.stream.Stream;

/** A finished run's events, to be streamed as often as a reader likes. Every stream must be closed. */
public interface History {

  /** Every operation in the order in which they ended; one that never ended is {@link Outcome.Unknown} with code {@code no-answer}, last. */
  Stream<Operation> operations();

  /** Every note, in order. */
  Stream<Note> notes();

  /** Every operation and every note in one stream, for who wants to read the history only once: the operations in their order, the notes in theirs. */
  default Stream<Event> everything() {
    return Stream.concat(notes(), operations());
  }

  /** A history in memory, for tests and small tools. */
  static History of(List<Operation> operations, List<Note> notes) {
    return new History() {
      @Override
      public Stream<Operation> operations() {
        return operations.stream();
      }

      @Override
      public Stream<Note> notes() {
        return notes.stream();
      }
    };
  }
}
