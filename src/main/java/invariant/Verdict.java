package invariant;

import java.util.List;

/** What an invariant says of a history. */
public sealed interface Verdict {

  /**
   * The invariant held in everything that was looked at.
   *
   * @param checked how many facts were looked at; more than 0
   * @param evidence one line for people, with figures
   */
  record Holds(long checked, String evidence) implements Verdict {}

  /**
   * The invariant was broken.
   *
   * @param count how many times, 1 or more
   * @param summary one line for people, with amounts
   * @param witnesses up to ten of the breaks, each one line that names entity and values
   */
  record Broken(long count, String summary, List<String> witnesses) implements Verdict {}

  /**
   * Nobody can tell: nothing was looked at, or what is unknown could change the answer.
   *
   * @param why one line for people
   */
  record Undetermined(String why) implements Verdict {}
}
