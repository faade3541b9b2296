package history.jepsen;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The elements of a file, one after the other: of the one array that it holds, or of the file itself. */
interface Pieces extends Closeable {

  /** The next one, or null at the end. What cannot be read is a {@link JepsenFileException}. */
  @Nullable
  Piece next() throws IOException;
}
