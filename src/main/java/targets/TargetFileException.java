package targets;

import java.util.List;

/** A target cannot be used. The message is a report for people: one line per problem, each with its place and the fix. */
public final class TargetFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  TargetFileException(String name, List<String> problems) {
    super("the target " + name + " cannot be used:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}
