package invariant;

import history.Event;
import history.Invocation;
import history.Note;
import history.Operation;
import org.jspecify.annotations.Nullable;

/** Where an onlooker sits: one that crashes sees no more, and the others go on. */
final class Seat<O extends Onlooker> {

  private final O onlooker;
  private @Nullable RuntimeException crash;

  Seat(O onlooker) {
    this.onlooker = onlooker;
  }

  void show(Event event) {
    if (crash != null) {
      return;
    }
    try {
      switch (event) {
        case Operation operation -> onlooker.see(operation);
        case Note note -> onlooker.see(note);
        case Invocation _ -> {
          // its operation comes when it has ended
        }
      }
    } catch (RuntimeException e) {
      crash = e;
    }
  }

  O onlooker() {
    return onlooker;
  }

  /** Why it sees no more; null as long as it does. */
  @Nullable
  RuntimeException crash() {
    return crash;
  }
}
