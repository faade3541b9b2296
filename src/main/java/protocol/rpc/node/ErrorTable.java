package protocol.rpc.node;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of a node's errors means what: the rows of {@code rpc/errors.csv}, from the top; the first that fits decides.
 *
 * <p>A row is {@code kind,node,code,pattern}: the kind's name in reports, whose node says so (for people), the code of JSON-RPC (empty
 * for any), and a regular expression that is found somewhere in the message, in any case (empty for any).
 */
public final class ErrorTable {

  private static final String FILE = "/rpc/errors.csv";
  private static final ErrorTable STANDARD = read();

  private final List<Row> rows;

  private record Row(ErrorKind kind, @Nullable Integer code, Pattern pattern) {

    boolean fits(RpcError error) {
      return (code == null || code == error.code()) && pattern.matcher(error.message()).find();
    }
  }

  private ErrorTable(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** The table that comes with Broadside. */
  public static ErrorTable standard() {
    return STANDARD;
  }

  /**
   * This table behind rows of one's own.
   *
   * @throws IllegalArgumentException when a row is none; with the file and the row
   */
  public ErrorTable after(Path file) throws IOException {
    try (InputStream csv = Files.newInputStream(file)) {
      return new ErrorTable(Stream.concat(rows(csv, file.toString()).stream(), rows.stream()).toList());
    }
  }

  /** What an error means. */
  public ErrorKind kind(RpcError error) {
    for (Row row : rows) {
      if (row.fits(error)) {
        return row.kind();
      }
    }
    return ErrorKind.OTHER;
  }

  private static ErrorTable read() {
    try (InputStream csv = ErrorTable.class.getResourceAsStream(FILE)) {
      if (csv == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return new ErrorTable(rows(csv, FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  private static List<Row> rows(InputStream csv, String file) throws IOException {
    List<Row> rows = new ArrayList<>();
    var reader = new CsvMapper().readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader());
    try (MappingIterator<Map<String, String>> each = reader.readValues(csv)) {
      while (each.hasNextValue()) {
        Map<String, String> cells = each.nextValue();
        rows.add(row(cells, file + ", row " + (rows.size() + 1)));
      }
    }
    return rows;
  }

  private static Row row(Map<String, String> cells, String place) {
    try {
      String code = cells.getOrDefault("code", "");
      return new Row(ErrorKind.of(cells.getOrDefault("kind", "")), code.isEmpty() ? null : Integer.valueOf(code),
          Pattern.compile(cells.getOrDefault("pattern", ""), Pattern.CASE_INSENSITIVE));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          place + " is no row of errors (kind,node,code,pattern): " + cells + ": " + e.getMessage(), e);
    }
  }
}
