package history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a chunk, up to one that cannot be read.
 *
 * @param lines each line's own content
 * @param problem why the line after them cannot be read; null when all can
 */
record Page(List<Line> lines, @Nullable Unreadable problem) {

  /**
   * A line that cannot be read.
   *
   * @param why what is wrong with it
   * @param characters its length
   * @param last whether it is the last of its chunk
   */
  record Unreadable(Exception why, int characters, boolean last) {}
}
