package invariant;

import history.History;
import java.util.List;

/** Something that must stay true of a run. Implementations are stateless and depend on the history alone. */
public interface Invariant {

  /** The proposition in plain words, lower-case and free of data; the row {@code invariant: <title>} of the report. */
  String title();

  /**
   * Begins to look at a finished run.
   *
   * @param evidence hands out what several judges share; what it hands out has seen each event before the examination sees it
   */
  Examination examine(Evidence evidence);

  /** Judges a finished run by this invariant alone. Never throws: what cannot be decided is {@link Verdict.Undetermined}. */
  default Verdict judge(History history) {
    return Court.judge(List.of(this), history).getFirst();
  }
}
