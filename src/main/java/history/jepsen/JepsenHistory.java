package history.jepsen;

import history.History;
import history.Note;
import history.Operation;
import java.util.List;
import java.util.stream.Stream;

/** A history in Jepsen's form that is in memory: what reading its file would give. */
public record JepsenHistory(List<Entry> entries) implements History {

  public JepsenHistory {
    entries = List.copyOf(entries);
  }

  @Override
  public Stream<Operation> operations() {
    Matching matching = new Matching();
    return Stream.concat(entries.stream().mapMulti(matching::match), Stream.of(matching).flatMap(Matching::neverEnded));
  }

  @Override
  public Stream<Note> notes() {
    return Stream.empty();
  }
}
