package lifecycle;

import java.util.List;

/** Nothing was sent, for reasons that its message lists. Has no stack trace: the message is all a user needs. */
public final class PreflightFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PreflightFailed(List<String> problems) {
    super(text(problems), null, false, false);
  }

  /** The same for something else that kept the run from beginning; told by its message alone. */
  public static PreflightFailed because(Exception e) {
    return e instanceof PreflightFailed failed ? failed
        : new PreflightFailed(List.of(e.getMessage() == null ? e.toString() : e.getMessage()));
  }

  private static String text(List<String> problems) {
    StringBuilder text = new StringBuilder("preflight failed, nothing was sent (")
        .append(problems.size() == 1 ? "1 problem" : problems.size() + " problems")
        .append(')');
    problems.forEach(problem -> text.append("\n  - ").append(problem));
    return text.toString();
  }
}
