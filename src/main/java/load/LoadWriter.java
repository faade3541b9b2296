package load;

import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Writes load files: one instruction in memory at a time, and either the whole file or none. */
public final class LoadWriter {

  private static final Separators COLON = PrettyPrinter.DEFAULT_SEPARATORS
      .withObjectFieldValueSpacing(Separators.Spacing.AFTER);
  private static final JsonMapper JSON = new JsonMapper();
  private static final ObjectWriter LINE = JSON.writer();
  private static final ObjectWriter PRETTY = JSON
      .writer(new DefaultPrettyPrinter(COLON).withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private final Path file;
  private final boolean pretty;

  /**
   * A writer of one file.
   *
   * @param file CSV when its name ends in {@code .csv}, else JSON; replaced when it is there
   * @param pretty JSON is indented; otherwise each instruction is a line
   */
  public LoadWriter(Path file, boolean pretty) {
    this.file = file;
    this.pretty = pretty;
  }

  /**
   * Writes the instructions, beside the file first, and moves it into place when all are written.
   *
   * @param instructions gives the same instructions each time: CSV needs to know its columns before the first row
   * @param headway is told after each instruction; of CSV twice, for its columns and when it is written
   * @return how many were written
   * @throws IOException when it cannot be written; an older file is then still there
   */
  public long write(Supplier<Stream<Instruction>> instructions, Headway headway) throws IOException {
    Path whole = file.toAbsolutePath();
    Path part = whole.resolveSibling("." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.createDirectories(whole.resolveSibling(""));
      long written;
      try (Writer out = Files.newBufferedWriter(part)) {
        written = Elements.isCsv(file) ? csv(out, instructions, headway) : json(out, instructions, headway);
      }
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private long json(Writer out, Supplier<Stream<Instruction>> instructions, Headway headway) throws IOException {
    ObjectWriter writer = pretty ? PRETTY : LINE;
    long written = 0;
    try (Stream<Instruction> each = instructions.get()) {
      for (Iterator<Instruction> steps = each.iterator(); steps.hasNext();) {
        out.write(written == 0 ? "[\n" : ",\n");
        out.write(writer.writeValueAsString(InstructionTree.of(steps.next())));
        headway.at("written", ++written);
      }
    }
    out.write("\n]\n");
    return written;
  }

  private static long csv(Writer out, Supplier<Stream<Instruction>> instructions, Headway headway) throws IOException {
    CsvSchema schema = CsvSchema.builder()
        .addColumns(columns(instructions, headway), CsvSchema.ColumnType.STRING)
        .setUseHeader(true)
        .build();
    long written = 0;
    try (Stream<Instruction> each = instructions.get();
        SequenceWriter rows = new CsvMapper().writerFor(Map.class).with(schema).writeValues(out)) {
      for (Iterator<Instruction> steps = each.iterator(); steps.hasNext();) {
        rows.write(row(steps.next()));
        headway.at("written", ++written);
      }
    }
    return written;
  }

  private static Set<String> columns(Supplier<Stream<Instruction>> instructions, Headway headway) {
    Set<String> columns = new LinkedHashSet<>();
    long seen = 0;
    try (Stream<Instruction> each = instructions.get()) {
      for (Iterator<Instruction> steps = each.iterator(); steps.hasNext();) {
        columns.addAll(row(steps.next()).keySet());
        headway.at("looked through for their columns", ++seen);
      }
    }
    return columns;
  }

  /** An instruction as cells under the paths of its fields. */
  private static Map<String, String> row(Instruction step) {
    Map<String, String> cells = new LinkedHashMap<>();
    flatten("", InstructionTree.of(step), cells);
    return cells;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> cells) {
    String below = path.isEmpty() ? "" : path + ".";
    if (node.isObject()) {
      node.properties().forEach(field -> flatten(below + field.getKey(), field.getValue(), cells));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(below + i, node.get(i), cells);
      }
    } else {
      cells.put(path, node.asText());
    }
  }
}
