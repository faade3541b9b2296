package history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes events as lines of JSON in Jepsen's form: {@code invoke}, then {@code ok}, {@code fail} or {@code info}.
 *
 * <p>For one thread. Format in docs/history.md.
 */
final class JournalWriter {

  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final JsonGenerator json;

  JournalWriter(Path path) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW), BUFFER);
    this.json = new ObjectMapper().createGenerator(out);
    json.setRootValueSeparator(null);
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
  }

  /** Writes one line. */
  void write(Event event) {
    try {
      json.writeStartObject();
      switch (event) {
        case Invocation invocation -> write(invocation);
        case Operation operation -> write(operation);
        case Note note -> write(note);
      }
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Invocation invocation) throws IOException {
    head(invocation, "invoke");
    json.writeStringField("entity", invocation.entity());
    json.writeBooleanField("measured", invocation.measured());
    json.writeNumberField("time", invocation.started());
    json.writeNumberField("intended", invocation.intended());
    json.writeNumberField("released", invocation.released());
    value(invocation.asked());
  }

  private void write(Operation operation) throws IOException {
    switch (operation.outcome()) {
      case Outcome.Ok _ -> head(operation.invocation(), "ok");
      case Outcome.Refused(String code, String message) -> {
        head(operation.invocation(), "fail");
        error(code, message);
      }
      case Outcome.Unknown(String code, String message) -> {
        head(operation.invocation(), "info");
        error(code, message);
      }
    }
    json.writeNumberField("time", operation.ended());
    json.writeArrayFieldStart("phases");
    for (Phase phase : operation.phases()) {
      json.writeStartArray();
      json.writeString(phase.name());
      json.writeNumber(phase.started());
      json.writeNumber(phase.ended());
      json.writeEndArray();
    }
    json.writeEndArray();
    value(operation.answered());
  }

  private void write(Note note) throws IOException {
    json.writeStringField("type", "note");
    json.writeStringField("f", note.name());
    json.writeNumberField("time", note.time());
    value(note.value());
  }

  private void head(Invocation invocation, String type) throws IOException {
    json.writeNumberField("id", invocation.id());
    json.writeStringField("type", type);
    json.writeNumberField("process", invocation.process());
    json.writeStringField("f", invocation.kind());
  }

  private void error(String code, String message) throws IOException {
    json.writeObjectFieldStart("error");
    json.writeStringField("code", code);
    json.writeStringField("message", message);
    json.writeEndObject();
  }

  private void value(JsonNode value) throws IOException {
    json.writeFieldName("value");
    json.writeTree(value);
  }

  /** Hands what was written to the operating system, where it survives the end of this process. */
  void flush() {
    try {
      json.flush();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void close() {
    try {
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
