package history;

/** Where the events of a run go. Implementations never block and never throw. */
@FunctionalInterface
public interface Recorder {

  /** Keeps an event. Safe from any thread. */
  void record(Event event);
}
