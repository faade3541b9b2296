package protocol.audit;

import java.util.List;

/** What there is to judge at the end of a run. */
public interface Audit {

  /**
   * One thing judged: a row of the report, good or bad.
   *
   * @param row the row's name, stable and free of data, for example {@code invariant: turn numbers only grow}
   * @param good whether it holds
   * @param why one line for people
   */
  record Finding(String row, boolean good, String why) {}

  /** Whether operations are still without an end. */
  boolean pending();

  /** Judges the history. May block: called on a thread of its own. What it throws is a crash of the run. */
  List<Finding> judge();
}
