package protocol.rpc.read;

import java.nio.file.Path;
import java.util.List;

/** A file of methods cannot be used; the message has a line for every problem, with its fix. */
public final class MethodsFileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MethodsFileException(Path file, List<String> problems) {
    super(file + " cannot be used: " + problems.size() + (problems.size() == 1 ? " problem" : " problems") + "\n    "
        + String.join("\n    ", problems));
  }
}
