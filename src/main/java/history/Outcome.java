package history;

/** What came of an operation: it happened, it certainly did not happen, or nobody can tell yet. */
public sealed interface Outcome {

  /** The one value of {@link Ok}. */
  Outcome OK = new Ok();

  /** It happened, and the target said so. */
  record Ok() implements Outcome {}

  /**
   * It certainly did not happen: the target refused it before doing anything.
   *
   * @param code the error class, low cardinality and free of data, for example {@code not-my-turn}
   * @param message what the target said, for people
   */
  record Refused(String code, String message) implements Outcome {}

  /**
   * It may have happened: a timeout, a connection lost after sending, a 5xx. Later reads may resolve it.
   *
   * @param code the error class, low cardinality and free of data, for example {@code timeout}
   * @param message what is known, for people
   */
  record Unknown(String code, String message) implements Outcome {}
}
