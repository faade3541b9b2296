package load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rows of a {@link Mix}. */
final class MixFile {

  private static final CsvMapper CSV = CsvMapper.builder()
      .enable(CsvParser.Feature.TRIM_SPACES)
      .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
      .build();
  private static final String WEIGHT = "weight";

  private final Path file;
  private final String column;
  private final Set<String> known;
  private final Problems problems;
  private final Map<String, Double> weights = new LinkedHashMap<>();

  MixFile(Path file, String column, Set<String> known) {
    this.file = file;
    this.column = column;
    this.known = new TreeSet<>(known);
    this.problems = new Problems(file);
  }

  Map<String, Double> read() {
    try {
      rows();
    } catch (NoSuchFileException _) {
      problems.add(Place.FILE, "", "there is no such file; check the path");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      problems.add(new Place(line, -1), "",
          "not CSV: " + e.getOriginalMessage() + "; the first line must be " + column + "," + WEIGHT);
    } catch (IOException e) {
      problems.add(Place.FILE, "", "cannot be read: " + e.getMessage());
    }
    if (problems.count() == 0 && weights.values().stream().noneMatch(weight -> weight > 0)) {
      problems.add(Place.FILE, WEIGHT, "nothing has one above 0; write for example " + example());
    }
    problems.throwIfAny();
    return weights;
  }

  private void rows() throws IOException {
    var rows = CSV.readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader());
    try (InputStream in = Files.newInputStream(file); MappingIterator<Map<String, String>> each = rows.readValues(in)) {
      while (each.hasNextValue()) {
        Map<String, String> cells = each.nextValue();
        // Only now does the parser stand on the row.
        Place place = new Place(each.getParser().currentTokenLocation().getLineNr(), -1);
        if (!cells.keySet().equals(Set.of(column, WEIGHT))) {
          problems.add(place, "", "the columns are " + cells.keySet() + "; the first line must be " + column + ","
              + WEIGHT + " and each row have both");
          return;
        }
        row(place, cells.getOrDefault(column, ""), cells.getOrDefault(WEIGHT, ""));
      }
    }
  }

  private void row(Place place, String name, String cell) {
    if (!known.contains(name)) {
      problems.add(place, column, "'" + name + "' is unknown; write one of " + String.join(", ", known));
    }
    double weight = weight(cell);
    if (weight < 0) {
      problems.add(place, WEIGHT, "'" + cell + "' is no weight; write a number from 0, such as 25");
    }
    if (weights.putIfAbsent(name, weight) != null) {
      problems.add(place, column, "'" + name + "' is there already; leave one of its rows");
    }
  }

  /** Below 0 when it is none. */
  private static double weight(String cell) {
    try {
      double weight = Double.parseDouble(cell);
      return Double.isFinite(weight) ? weight : -1;
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  private String example() {
    return known.iterator().next() + ",25";
  }
}
