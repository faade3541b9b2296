package invariant;

import history.History;

/** Something that must stay true of a run. Implementations are stateless and depend on the history alone. */
public interface Invariant {

  /** The proposition in plain words, lower-case and free of data; the row {@code invariant: <title>} of the report. */
  String title();

  /** Judges a finished run. Never throws: what cannot be decided is {@link Verdict.Undetermined}. */
  Verdict judge(History history);
}
