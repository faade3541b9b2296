package history;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns one object of a journal into what it tells, without a tree of its known fields. Serves one thread. */
final class LineParser {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int ID = 1;
  private static final int PROCESS = 2;
  private static final int TIME = 4;
  private static final int INTENDED = 8;
  private static final int RELEASED = 16;

  private final Words words = new Words();
  /** Which numbers the object has. */
  private int numbers;
  private long id;
  private long process;
  private long time;
  private long intended;
  private long released;
  private String type = "";
  private @Nullable String kind;
  private @Nullable String entity;
  private boolean measured;
  private List<Phase> phases = List.of();
  private String code = "";
  private String message = "";
  private JsonNode value = NullNode.getInstance();

  /**
   * Reads an object to its end.
   *
   * @param json at the object's beginning
   * @throws IllegalArgumentException on JSON that is no event
   */
  Line line(JsonParser json) throws IOException {
    clear();
    if (json.currentToken() == JsonToken.START_OBJECT) {
      for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
        json.nextToken();
        field(field, json);
      }
    }
    return switch (type) {
      case "note" -> new Note(text("f", kind), number("time", TIME, time), value);
      case "invoke" -> new Invocation(number("id", ID, id), number("process", PROCESS, process), text("f", kind),
          text("entity", entity), measured, number("intended", INTENDED, intended),
          number("released", RELEASED, released), number("time", TIME, time), value);
      case "ok" -> end(Outcome.OK);
      case "fail" -> end(new Outcome.Refused(code, message));
      case "info" -> end(new Outcome.Unknown(code, message));
      default -> throw new IllegalArgumentException("no event has the type '" + type + "'");
    };
  }

  private void clear() {
    numbers = 0;
    type = "";
    kind = null;
    entity = null;
    measured = false;
    phases = List.of();
    code = "";
    message = "";
    value = NullNode.getInstance();
  }

  private void field(String field, JsonParser json) throws IOException {
    switch (field) {
      case "id" -> id = number(json, ID);
      case "process" -> process = number(json, PROCESS);
      case "time" -> time = number(json, TIME);
      case "intended" -> intended = number(json, INTENDED);
      case "released" -> released = number(json, RELEASED);
      case "type" -> type = json.hasToken(JsonToken.VALUE_STRING) ? words.at(json) : json.getValueAsString("");
      case "f" -> kind = json.hasToken(JsonToken.VALUE_STRING) ? words.at(json) : null;
      case "entity" -> entity = json.hasToken(JsonToken.VALUE_STRING) ? json.getText() : null;
      case "measured" -> measured = json.getValueAsBoolean();
      case "phases" -> phases = phases(json);
      case "error" -> error(json);
      case "value" -> value = JSON.readTree(json);
      default -> {
        // nothing that an event needs
      }
    }
    json.skipChildren();
  }

  private long number(JsonParser json, int which) throws IOException {
    if (!json.hasToken(JsonToken.VALUE_NUMBER_INT) || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      return 0;
    }
    numbers |= which;
    return json.getLongValue();
  }

  private long number(String field, int which, long number) {
    if ((numbers & which) == 0) {
      throw new IllegalArgumentException("'" + field + "' is not a whole number");
    }
    return number;
  }

  private static String text(String field, @Nullable String text) {
    if (text == null) {
      throw new IllegalArgumentException("'" + field + "' is not a text");
    }
    return text;
  }

  private End end(Outcome outcome) {
    return new End(number("id", ID, id), number("time", TIME, time), phases, outcome, value);
  }

  private void error(JsonParser json) throws IOException {
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      return;
    }
    for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
      json.nextToken();
      switch (field) {
        case "code" -> code = json.hasToken(JsonToken.VALUE_STRING) ? words.at(json) : json.getValueAsString("");
        case "message" -> message = json.hasToken(JsonToken.VALUE_STRING) ? words.at(json) : json.getValueAsString("");
        default -> json.skipChildren();
      }
    }
  }

  private List<Phase> phases(JsonParser json) throws IOException {
    List<Phase> all = new ArrayList<>(2);
    if (json.hasToken(JsonToken.START_ARRAY)) {
      while (json.nextToken() == JsonToken.START_ARRAY) {
        json.nextToken();
        String name = words.at(json);
        long started = json.nextLongValue(0);
        long ended = json.nextLongValue(0);
        all.add(new Phase(name, started, ended));
        while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
          json.skipChildren();
        }
      }
    }
    return List.copyOf(all);
  }
}
