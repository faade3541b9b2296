package history.jepsen;

import java.nio.file.Path;

/** A file is no history in Jepsen's form; the message names file, place and field, and tells how to mend it. */
public final class JepsenFileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  JepsenFileException(Path file, String problem) {
    super(file + ": " + problem);
  }
}
