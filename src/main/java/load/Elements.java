package load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A form of load files: how a file becomes instructions, each as a JSON tree. */
interface Elements {

  /** Takes one element after another. */
  interface Reader {
    void take(JsonNode element, Place place);
  }

  /**
   * Reads a file to its end, or to the point from which it cannot be read, which is then a problem.
   *
   * @return whether it was read to its end
   */
  boolean read(Path file, Problems problems, Reader reader) throws IOException;

  /** The form of a file: CSV when its name ends so, JSON otherwise. */
  static Elements of(Path file) {
    return isCsv(file) ? new CsvElements() : new JsonElements();
  }

  /** Whether a file's name ends in {@code .csv}. */
  static boolean isCsv(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }
}
