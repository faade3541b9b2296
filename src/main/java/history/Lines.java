package history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes events as lines of JSON, in the form of a Jepsen history. */
final class Lines {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
  private final OutputStream file;

  Lines(OutputStream file) {
    this.file = file;
  }

  /** The word for an outcome: {@code ok}, {@code fail} (it certainly did not happen) or {@code info} (nobody can tell). */
  static String type(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok _ -> "ok";
      case Outcome.Refused _ -> "fail";
      case Outcome.Unknown _ -> "info";
    };
  }

  /** Writes one event. What cannot be written as JSON leaves no trace in the file. */
  void write(Event event) throws IOException {
    line.reset();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      switch (event) {
        case Invocation invocation -> invocation(json, invocation);
        case Operation operation -> operation(json, operation);
        case Note note -> note(json, note);
      }
      json.writeEndObject();
    }
    line.write('\n');
    line.writeTo(file);
  }

  private static void invocation(JsonGenerator json, Invocation invocation) throws IOException {
    json.writeNumberField("id", invocation.id());
    json.writeStringField("type", "invoke");
    json.writeNumberField("process", invocation.process());
    json.writeStringField("f", invocation.kind());
    json.writeStringField("entity", invocation.entity());
    json.writeBooleanField("measured", invocation.measured());
    json.writeNumberField("time", invocation.started());
    json.writeNumberField("intended", invocation.intended());
    json.writeNumberField("released", invocation.released());
    value(json, invocation.asked());
  }

  private static void operation(JsonGenerator json, Operation operation) throws IOException {
    json.writeNumberField("id", operation.invocation().id());
    json.writeStringField("type", type(operation.outcome()));
    json.writeNumberField("process", operation.invocation().process());
    json.writeStringField("f", operation.kind());
    json.writeNumberField("time", operation.ended());
    if (!operation.phases().isEmpty()) {
      json.writeArrayFieldStart("phases");
      for (Phase phase : operation.phases()) {
        json.writeStartArray();
        json.writeString(phase.name());
        json.writeNumber(phase.started());
        json.writeNumber(phase.ended());
        json.writeEndArray();
      }
      json.writeEndArray();
    }
    switch (operation.outcome()) {
      case Outcome.Ok _ -> {
        // nothing went wrong
      }
      case Outcome.Refused(String code, String message) -> error(json, code, message);
      case Outcome.Unknown(String code, String message) -> error(json, code, message);
    }
    value(json, operation.answered());
  }

  private static void note(JsonGenerator json, Note note) throws IOException {
    json.writeStringField("type", "note");
    json.writeStringField("f", note.name());
    json.writeNumberField("time", note.time());
    value(json, note.value());
  }

  private static void error(JsonGenerator json, String code, String message) throws IOException {
    json.writeObjectFieldStart("error");
    json.writeStringField("code", code);
    json.writeStringField("message", message);
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, JsonNode value) throws IOException {
    if (!value.isNull() && !value.isMissingNode()) {
      json.writeFieldName("value");
      json.writeTree(value);
    }
  }
}
