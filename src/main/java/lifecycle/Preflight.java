package lifecycle;

import java.util.ArrayList;
import java.util.List;

/** What must be true before anything is sent. Runs every check and fails once, with all reasons. */
public final class Preflight {

  private final List<String> problems = new ArrayList<>();

  /** Something that is looked at before a run. */
  @FunctionalInterface
  public interface Check {

    /** The problems found, each one a line that names what is wrong and the fix; empty when all is well. */
    List<String> problems() throws Exception;
  }

  /**
   * Runs a check and keeps what it finds; a check that throws is a problem itself.
   *
   * @param title what is looked at, for example {@code wallet A answers}
   */
  public Preflight check(String title, Check check) {
    try {
      problems.addAll(check.problems());
    } catch (Exception e) {
      problems.add(title + ": " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    }
    return this;
  }

  /** Throws {@link PreflightFailed} when there is any problem. */
  public static void none(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new PreflightFailed(problems);
    }
  }

  /** Ends the preflight. Throws {@link PreflightFailed} when anything is wrong. */
  public void pass() {
    none(problems);
  }
}
