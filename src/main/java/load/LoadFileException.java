package load;

import java.nio.file.Path;
import java.util.List;

/** A load file or a role file cannot be used; the message is a report of every problem with its fix. */
public final class LoadFileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final long count;

  LoadFileException(Path file, List<String> problems, long count) {
    super(report(file, problems, count));
    this.count = count;
  }

  /** How many problems there are; the message shows the first fifty. */
  public long count() {
    return count;
  }

  private static String report(Path file, List<String> problems, long count) {
    String head = file + " cannot be used: " + count + (count == 1 ? " problem" : " problems");
    long hidden = count - problems.size();
    return head + "\n  " + String.join("\n  ", problems) + (hidden > 0 ? "\n  and " + hidden + " more" : "");
  }
}
