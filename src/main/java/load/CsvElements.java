package load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rows of a CSV file, one instruction each.
 *
 * <p>A column's name is the path of the field in the JSON form, for example {@code channelParams.participants.0.participantId}; an empty
 * cell is a field that is not there. Columns come in any order.
 */
final class CsvElements implements Elements {

  private static final CsvMapper CSV = CsvMapper.builder()
      .enable(CsvParser.Feature.TRIM_SPACES)
      .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
      .build();
  private static final Set<String> NUMBERS = Set.of("timestamp", "challengeDuration");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,3}");

  private final Map<String, String[]> paths = new HashMap<>();

  @Override
  public boolean read(Path file, Problems problems, Reader reader) throws IOException {
    var rows = CSV.readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader());
    Place place = Place.FILE;
    try (InputStream in = Files.newInputStream(file); MappingIterator<Map<String, String>> each = rows.readValues(in)) {
      for (int element = 0; each.hasNextValue(); element++) {
        Map<String, String> row = each.nextValue();
        // Only now does the parser stand on the row.
        place = new Place(each.getParser().currentTokenLocation().getLineNr(), element);
        reader.take(tree(row), place);
      }
      return true;
    } catch (JsonProcessingException e) {
      problems.add(new Place(e.getLocation() == null ? place.line() : e.getLocation().getLineNr(), -1), "",
          "not CSV: " + e.getOriginalMessage() + "; nothing after this was read");
      return false;
    }
  }

  private ObjectNode tree(Map<String, String> row) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    row.forEach((column, cell) -> {
      if (!cell.isEmpty()) {
        put(tree, paths.computeIfAbsent(column, name -> name.split("\\.")), cell);
      }
    });
    return tree;
  }

  private static void put(ObjectNode tree, String[] path, String cell) {
    JsonNode node = tree;
    for (int i = 0; i < path.length - 1; i++) {
      node = below(node, path[i], INDEX.matcher(path[i + 1]).matches());
    }
    String name = path[path.length - 1];
    if (node instanceof ObjectNode object) {
      boolean isNumber = NUMBERS.contains(name) && NUMBER.matcher(cell).matches();
      object.set(name, isNumber ? object.numberNode(Long.parseLong(cell)) : object.textNode(cell));
    }
  }

  /** The node at a step of a path, made when it is not there. */
  private static JsonNode below(JsonNode node, String step, boolean isArray) {
    if (node instanceof ArrayNode array) {
      int index = INDEX.matcher(step).matches() ? Integer.parseInt(step) : 0;
      while (array.size() <= index) {
        array.addObject();
      }
      return array.get(index);
    }
    if (node instanceof ObjectNode object) {
      return object.has(step) ? object.get(step) : isArray ? object.putArray(step) : object.putObject(step);
    }
    return node;
  }
}
