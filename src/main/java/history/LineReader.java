package history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns the lines of one journal into events, and joins each operation's end with its beginning. */
final class LineReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Outcome NO_ANSWER = new Outcome.Unknown("no-answer", "the run ended before an answer came");

  private final Map<Long, Invocation> open = new LinkedHashMap<>();
  private long latest;

  /** Throws {@link IllegalArgumentException} on JSON that is no event, or an end without a beginning. */
  Event read(String line) throws JsonProcessingException {
    JsonNode json = JSON.readTree(line);
    String type = json.path("type").asText();
    latest = Math.max(latest, json.path("time").asLong());
    return switch (type) {
      case "note" -> new Note(text(json, "f"), number(json, "time"), value(json));
      case "invoke" -> invocation(json);
      case "ok" -> operation(json, Outcome.OK);
      case "fail" -> operation(json, new Outcome.Refused(code(json), message(json)));
      case "info" -> operation(json, new Outcome.Unknown(code(json), message(json)));
      default -> throw new IllegalArgumentException("no event has the type '" + type + "'");
    };
  }

  /** The time of the latest event so far. */
  long latest() {
    return latest;
  }

  /** The operations that have begun and not ended, in the order of their beginnings. */
  Stream<Operation> neverEnded() {
    return open.values()
        .stream()
        .map(invocation -> invocation.ended(latest, List.of(), NO_ANSWER, NullNode.getInstance()));
  }

  private Invocation invocation(JsonNode json) {
    Invocation invocation = new Invocation(number(json, "id"), number(json, "process"), text(json, "f"),
        text(json, "entity"), json.path("measured").asBoolean(), number(json, "intended"), number(json, "released"),
        number(json, "time"), value(json));
    open.put(invocation.id(), invocation);
    return invocation;
  }

  private Operation operation(JsonNode json, Outcome outcome) {
    long id = number(json, "id");
    Invocation invocation = open.remove(id);
    if (invocation == null) {
      throw new IllegalArgumentException("operation " + id + " ends without a beginning");
    }
    return invocation.ended(number(json, "time"), phases(json.path("phases")), outcome, value(json));
  }

  private static List<Phase> phases(JsonNode json) {
    List<Phase> phases = new ArrayList<>(json.size());
    for (JsonNode phase : json) {
      phases.add(new Phase(phase.path(0).asText(), phase.path(1).asLong(), phase.path(2).asLong()));
    }
    return List.copyOf(phases);
  }

  private static JsonNode value(JsonNode json) {
    return json.has("value") ? json.get("value") : NullNode.getInstance();
  }

  private static String code(JsonNode json) {
    return json.path("error").path("code").asText();
  }

  private static String message(JsonNode json) {
    return json.path("error").path("message").asText();
  }

  private static long number(JsonNode json, String field) {
    if (!json.path(field).isIntegralNumber()) {
      throw new IllegalArgumentException("'" + field + "' is not a whole number");
    }
    return json.path(field).longValue();
  }

  private static String text(JsonNode json, String field) {
    if (!json.path(field).isTextual()) {
      throw new IllegalArgumentException("'" + field + "' is not a text");
    }
    return json.path(field).textValue();
  }
}
