package lifecycle;

import java.io.IOException;
import java.util.List;

/** What kept a run from its beginning, and whether anything was sent by then. Has no stack trace: the message is all a user needs. */
public final class PreflightFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PreflightFailed(List<String> problems) {
    this(text(problems));
  }

  private PreflightFailed(String text) {
    super(text, null, false, false);
  }

  /**
   * The accounts could not all be paid, when some may have been.
   *
   * @param wayBack the command that brings back what they hold
   */
  static PreflightFailed afterPayments(IOException e, String wayBack) {
    return new PreflightFailed("the accounts could not be paid, and payments may have been sent\n  - " + reason(e)
        + "\n  What they hold is brought back as the run ends; where it says that it was not: " + wayBack);
  }

  /** The target, or a file, kept the run from beginning, and nothing was sent; told by its message alone. */
  public static PreflightFailed because(IOException e) {
    return new PreflightFailed(List.of(reason(e)));
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private static String text(List<String> problems) {
    StringBuilder text = new StringBuilder("preflight failed, nothing was sent (")
        .append(problems.size() == 1 ? "1 problem" : problems.size() + " problems")
        .append(')');
    problems.forEach(problem -> text.append("\n  - ").append(problem));
    return text.toString();
  }
}
