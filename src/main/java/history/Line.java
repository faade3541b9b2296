package history;

/** What one line of a journal tells by itself. */
sealed interface Line permits Invocation, End, Note {

  /** When it happened, in nanoseconds since the run's zero. */
  long time();
}
