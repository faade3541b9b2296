package protocol.rpc.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import protocol.rpc.node.Route;

/**
 * Reads a mix of methods from a CSV file: {@code method,weight,params} and, for two rows of one method that are to be told apart, {@code
 * name}; columns in any order, lines that begin with # left out.
 */
public final class MethodsFile {

  private static final ObjectReader CELLS = CsvMapper.builder()
      .enable(CsvParser.Feature.TRIM_SPACES)
      .build()
      .readerFor(String[].class);
  private static final List<String> COLUMNS = List.of("method", "weight", "params", "name");
  private static final Pattern METHOD = Pattern.compile("[a-z0-9]+_[A-Za-z0-9_]+");
  private static final String QUOTES = "put params in quotes, and each quote in them twice";
  private static final Pattern NAME = Pattern.compile("[^/]{1,100}");

  private final Path file;
  private final List<String> problems = new ArrayList<>();
  private final List<Method> methods = new ArrayList<>();
  private List<String> columns = List.of();

  private MethodsFile(Path file) {
    this.file = file;
  }

  /**
   * The methods of a file, in its order, at least one.
   *
   * @throws MethodsFileException when any line cannot be used, with every such line
   */
  public static List<Method> read(Path file) {
    MethodsFile reading = new MethodsFile(file);
    reading.read();
    if (reading.problems.isEmpty() && reading.methods.isEmpty()) {
      reading.problem(0, "", "there is no method in it; write a line such as eth_blockNumber,1,[]");
    }
    if (!reading.problems.isEmpty()) {
      throw new MethodsFileException(file, reading.problems);
    }
    return List.copyOf(reading.methods);
  }

  private void read() {
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
          line(i + 1, lines.get(i));
        }
      }
    } catch (NoSuchFileException _) {
      problem(0, "", "there is no such file; check the path");
    } catch (IOException e) {
      problem(0, "", "cannot be read: " + e.getMessage());
    }
  }

  /** Each line by itself: a quote that is missing in one must not take the others along. */
  private void line(int number, String line) {
    try {
      List<String> cells = List.of(CELLS.<String[]>readValue(line));
      if (columns.isEmpty()) {
        header(number, cells);
      } else {
        row(number, cells);
      }
    } catch (JacksonException e) {
      problem(number, "", "is no CSV: " + e.getOriginalMessage() + "; " + QUOTES);
    }
  }

  private void header(int line, List<String> cells) {
    columns = cells;
    COLUMNS.subList(0, 3)
        .stream()
        .filter(column -> !cells.contains(column))
        .forEach(column -> problem(line, column, "missing; begin the file with method,weight,params"));
    cells.stream()
        .filter(column -> !COLUMNS.contains(column))
        .forEach(column -> problem(line, column,
            "unknown column; remove or correct it (known here: " + String.join(", ", COLUMNS) + ")"));
  }

  private void row(int line, List<String> cells) {
    if (cells.size() > columns.size()) {
      problem(line, "", "has " + cells.size() + " cells where the head has " + columns.size() + "; " + QUOTES);
      return;
    }
    int before = problems.size();
    String method = method(line, cell(cells, "method"));
    double weight = weight(line, cell(cells, "weight"));
    String name = cell(cells, "name").isEmpty() ? method : cell(cells, "name");
    if (!NAME.matcher(name).matches() && !name.isEmpty()) {
      problem(line, "name", "'" + name + "' is wrong; give up to 100 characters without a slash");
    }
    try {
      Params params = new Params(cell(cells, "params"));
      if (problems.size() == before) {
        methods.add(new Method(name, method, weight, params));
      }
    } catch (IllegalArgumentException e) {
      problem(line, "params", String.valueOf(e.getMessage()));
    }
  }

  private String method(int line, String method) {
    if (!METHOD.matcher(method).matches()) {
      problem(line, "method", "'" + method + "' is wrong; give a method such as eth_getBalance");
    } else if (Route.of(method) == Route.SEND) {
      problem(line, "method", method + " changes something; only reads can be asked here, so take the line out");
    }
    return method;
  }

  private double weight(int line, String weight) {
    try {
      double number = Double.parseDouble(weight);
      if (number > 0 && Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    problem(line, "weight", "'" + weight + "' is wrong; give a number above 0, or take the line out");
    return 0;
  }

  private String cell(List<String> cells, String column) {
    int index = columns.indexOf(column);
    return index < 0 || index >= cells.size() ? "" : cells.get(index);
  }

  private void problem(int line, String field, String text) {
    String where = line == 0 ? "" : field.isEmpty() ? "line " + line + ": " : "line " + line + ", " + field + ": ";
    problems.add(where + text);
  }
}
