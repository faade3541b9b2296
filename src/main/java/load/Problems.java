package load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file: all of it, so that one look mends everything. */
final class Problems {

  private static final int PRINTED = 50;

  private final Path file;
  private final List<String> lines = new ArrayList<>();
  private long count;

  Problems(Path file) {
    this.file = file;
  }

  /**
   * Notes a problem.
   *
   * @param field the field's path within the instruction; empty when the place as a whole is meant
   * @param text the value, what is wrong with it and the fix
   */
  void add(Place place, String field, String text) {
    count++;
    if (count <= PRINTED) {
      String where = place.toString();
      String named = where.isEmpty() || field.isEmpty() ? where + field : where + ", " + field;
      lines.add(named.isEmpty() ? text : named + ": " + text);
    }
  }

  long count() {
    return count;
  }

  /** Ends the reading when there is anything to mend. */
  void throwIfAny() {
    if (count > 0) {
      throw new LoadFileException(file, lines, count);
    }
  }
}
