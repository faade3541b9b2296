package history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A history in a file, as {@link Journal} wrote it.
 *
 * <p>Streams: what is held in memory are the operations without an end. A last line that was cut off, as after {@code kill -9}, is left out.
 *
 * @param path the file {@code history.jsonl}
 */
public record JournalFile(Path path) implements History {

  private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);

  @Override
  public Stream<Operation> operations() {
    Map<Long, Invocation> open = new LinkedHashMap<>();
    Stream<Operation> ended = lines().map(line -> operation(line, open)).filter(Objects::nonNull);
    Stream<Operation> unended = Stream.of(open).flatMap(left -> left.values().stream().map(JournalFile::unanswered));
    return Stream.concat(ended, unended);
  }

  @Override
  public Stream<Note> notes() {
    return lines().filter(line -> line.path("type").asText().equals("note"))
        .map(line -> new Note(line.path("f").asText(), line.path("time").asLong(), line.path("value")));
  }

  /** Every event in the order in which they were written. */
  public Stream<Event> events() {
    Map<Long, Invocation> open = new LinkedHashMap<>();
    return lines().<Event>map(line -> switch (line.path("type").asText()) {
      case "note" -> new Note(line.path("f").asText(), line.path("time").asLong(), line.path("value"));
      case "invoke" -> remembered(invocation(line), open);
      default -> operation(line, open);
    }).filter(Objects::nonNull);
  }

  private static Invocation remembered(Invocation invocation, Map<Long, Invocation> open) {
    open.put(invocation.id(), invocation);
    return invocation;
  }

  private static Operation unanswered(Invocation invocation) {
    return invocation.ended(invocation.started(), List.of(), new Outcome.Unknown("no-answer", "it never ended"),
        NullNode.getInstance());
  }

  private Stream<JsonNode> lines() {
    try {
      return Files.lines(path).map(JournalFile::parse).filter(Objects::nonNull);
    } catch (IOException e) {
      throw new UncheckedIOException("the history cannot be read: " + path, e);
    }
  }

  private static @Nullable JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException _) {
      return null; // cut off
    }
  }

  private static @Nullable Operation operation(JsonNode line, Map<Long, Invocation> open) {
    switch (line.path("type").asText()) {
      case "invoke" -> {
        remembered(invocation(line), open);
        return null;
      }
      case "note" -> {
        return null;
      }
      default -> {
        Invocation invocation = open.remove(line.path("id").asLong());
        return invocation == null ? null
            : invocation.ended(line.path("time").asLong(), phases(line), outcome(line), line.path("value"));
      }
    }
  }

  private static Invocation invocation(JsonNode line) {
    return new Invocation(line.path("id").asLong(), line.path("process").asLong(), line.path("f").asText(),
        line.path("entity").asText(), line.path("measured").asBoolean(), line.path("intended").asLong(),
        line.path("released").asLong(), line.path("time").asLong(), line.path("value"));
  }

  private static List<Phase> phases(JsonNode line) {
    List<Phase> phases = new ArrayList<>(4);
    line.path("phases")
        .forEach(
            phase -> phases.add(new Phase(phase.path(0).asText(), phase.path(1).asLong(), phase.path(2).asLong())));
    return phases;
  }

  private static Outcome outcome(JsonNode line) {
    String code = line.path("error").path("code").asText();
    String message = line.path("error").path("message").asText();
    return switch (line.path("type").asText()) {
      case "ok" -> Outcome.OK;
      case "fail" -> new Outcome.Refused(code, message);
      default -> new Outcome.Unknown(code, message);
    };
  }
}
