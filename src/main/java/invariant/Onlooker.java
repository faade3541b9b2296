package invariant;

import history.Note;
import history.Operation;

/** Looks at a history event by event: each is shown once, in order, and none is kept without need, as a history may not fit into memory. */
public interface Onlooker {

  /** Something was asked, and this came of it. */
  default void see(Operation operation) {}

  /** Something else is worth knowing. */
  default void see(Note note) {}
}
