package history;

/** One line of a history: something was asked, something was answered, or something else is worth keeping. */
public sealed interface Event permits Invocation, Operation, Note {

  /** When it happened, in nanoseconds since the run's zero. */
  long time();
}
