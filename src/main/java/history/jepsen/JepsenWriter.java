package history.jepsen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import us.bpsm.edn.Keyword;
import us.bpsm.edn.printer.Printer;
import us.bpsm.edn.printer.Printers;
import us.bpsm.edn.protocols.Protocol;

/**
 * Writes a history in Jepsen's form, as elle-cli reads it: EDN as maps, each in a line; JSON as one array with an operation in each line, as it reads
 * one value of a file and no more.
 */
public final class JepsenWriter {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** With a space between any two values, not only where one is needed. */
  private static final Protocol<Printer.Fn<?>> SPACED = Printers.defaultProtocolBuilder()
      .put(List.class, (Printer.Fn<List<?>>) JepsenWriter::list)
      .put(Map.class, (Printer.Fn<Map<?, ?>>) JepsenWriter::map)
      .build();

  private JepsenWriter() {}

  private static void list(List<?> list, Printer printer) {
    printer.append('[');
    String space = "";
    for (Object each : list) {
      printer.append(space).printValue(each);
      space = " ";
    }
    printer.append(']');
  }

  private static void map(Map<?, ?> map, Printer printer) {
    printer.append('{');
    String space = "";
    for (Map.Entry<?, ?> each : map.entrySet()) {
      printer.append(space).printValue(each.getKey()).append(' ').printValue(each.getValue());
      space = " ";
    }
    printer.append('}');
  }

  /** How a history is spelled. */
  public enum Form {
    /** Extensible data notation, the form of Clojure. */
    EDN,
    /** JSON. */
    JSON
  }

  /** Writes a file anew. */
  public static void write(Path file, List<Entry> entries, Form form) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      if (form == Form.JSON) {
        json(out, entries.iterator());
      } else {
        long index = 0;
        for (Entry entry : entries) {
          out.write(Printers.printString(SPACED, edn(index++, entry)));
          out.write('\n');
        }
      }
    }
  }

  private static void json(Writer out, Iterator<Entry> entries) throws IOException {
    out.write('[');
    for (long index = 0; entries.hasNext(); index++) {
      Entry entry = entries.next();
      ObjectNode line = JSON.createObjectNode().put("index", index).put("type", type(entry)).put("f", entry.kind());
      line.set("value", entry.value());
      line.put("process", entry.process()).put("time", entry.time());
      out.write((index == 0 ? "" : ",\n") + line);
    }
    out.write("]\n");
  }

  private static Map<Object, @Nullable Object> edn(long index, Entry entry) {
    Map<Object, @Nullable Object> line = new LinkedHashMap<>();
    line.put(keyword("index"), index);
    line.put(keyword("type"), keyword(type(entry)));
    line.put(keyword("f"), keyword(entry.kind()));
    line.put(keyword("value"), entry.kind().equals("txn") ? transaction(entry.value())
        : entry.kind().equals("transfer") ? map(entry.value(), true) : value(entry.value()));
    line.put(keyword("process"), entry.process());
    line.put(keyword("time"), entry.time());
    return line;
  }

  private static String type(Entry entry) {
    return entry.type().name().toLowerCase(Locale.ROOT);
  }

  private static Keyword keyword(String name) {
    return Keyword.newKeyword(name);
  }

  /** What a part of a transaction does is a keyword: {@code [[:append key value]]}. */
  private static List<Object> transaction(JsonNode value) {
    List<Object> parts = new ArrayList<>(value.size());
    for (JsonNode each : value) {
      List<@Nullable Object> part = new ArrayList<>();
      part.add(keyword(each.path(0).asText()));
      part.add(value(each.path(1)));
      part.add(value(each.path(2)));
      parts.add(part);
    }
    return parts;
  }

  private static @Nullable Object value(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> null;
      case BOOLEAN -> value.booleanValue();
      case NUMBER ->
        value.isIntegralNumber() && value.canConvertToLong() ? (Object) value.longValue() : value.numberValue();
      case ARRAY -> {
        List<@Nullable Object> all = new ArrayList<>(value.size());
        value.forEach(each -> all.add(value(each)));
        yield all;
      }
      case OBJECT -> map(value, false);
      default -> value.asText();
    };
  }

  private static Map<Object, @Nullable Object> map(JsonNode object, boolean keywords) {
    Map<Object, @Nullable Object> map = new LinkedHashMap<>();
    object.properties()
        .forEach(entry -> map.put(keywords ? keyword(entry.getKey()) : entry.getKey(), value(entry.getValue())));
    return map;
  }
}
