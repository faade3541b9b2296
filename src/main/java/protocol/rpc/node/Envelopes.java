package protocol.rpc.node;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the frames of answers from bytes, token by token: no tree is built of results that nobody may look into. */
public final class Envelopes {

  private static final JsonFactory JSON = new JsonFactory();

  private Envelopes() {}

  /** One frame while it is read. */
  private static final class Draft {
    private long id = Envelope.NONE;
    private @Nullable RpcError error;
    private @Nullable String subscription;
    private Envelope.Span result = Envelope.Span.ABSENT;
  }

  /**
   * The one frame that the bytes hold.
   *
   * @throws IOException when they hold none, or more
   */
  public static Envelope read(byte[] bytes) throws IOException {
    try (JsonParser json = JSON.createParser(bytes)) {
      expect(json.nextToken() == JsonToken.START_OBJECT, "it is no JSON object");
      Envelope envelope = envelope(json);
      expect(json.nextToken() == null, "there is more behind it");
      return envelope;
    }
  }

  /**
   * The frames of the answer to a batch: many, or one for the batch as a whole.
   *
   * @throws IOException when the bytes hold neither
   */
  public static List<Envelope> readAll(byte[] bytes) throws IOException {
    try (JsonParser json = JSON.createParser(bytes)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_OBJECT) {
        return List.of(envelope(json));
      }
      expect(first == JsonToken.START_ARRAY, "it is neither a JSON array nor an object");
      List<Envelope> envelopes = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        expect(json.currentToken() == JsonToken.START_OBJECT, "one of its items is no JSON object");
        envelopes.add(envelope(json));
      }
      return envelopes;
    }
  }

  /** Whether the bytes hold an object, and no array: one error for a whole batch. */
  static boolean isSingle(byte[] bytes) {
    for (byte character : bytes) {
      if (character > ' ') {
        return character == '{';
      }
    }
    return false;
  }

  /** The parser stands on the frame's opening brace, and then on its closing one. */
  private static Envelope envelope(JsonParser json) throws IOException {
    int start = here(json);
    Draft draft = new Draft();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "id" -> draft.id = id(json);
        case "error" -> draft.error = error(json);
        case "result" -> draft.result = span(json);
        case "params" -> notification(json, draft);
        default -> json.skipChildren();
      }
    }
    int end = (int) json.currentLocation().getByteOffset();
    return new Envelope(draft.id, draft.error, draft.subscription, start, end, draft.result);
  }

  private static long id(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return json.getLongValue();
    }
    json.skipChildren();
    return Envelope.NONE;
  }

  private static @Nullable RpcError error(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null; // some nodes send both members
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return new RpcError(0, "", null);
    }
    int code = 0;
    String message = "";
    String data = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "code" -> code = json.getValueAsInt();
        case "message" -> message = json.getValueAsString("");
        case "data" -> data = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
        default -> {
          // nothing that is known
        }
      }
      json.skipChildren();
    }
    return new RpcError(code, message, data);
  }

  private static void notification(JsonParser json, Draft draft) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("subscription")) {
        draft.subscription = json.getValueAsString();
      } else if (field.equals("result")) {
        draft.result = span(json);
      }
      json.skipChildren();
    }
  }

  private static Envelope.Span span(JsonParser json) throws IOException {
    int start = here(json);
    json.skipChildren();
    json.finishToken(); // a text is read only when asked for
    return new Envelope.Span(start, (int) json.currentLocation().getByteOffset());
  }

  private static int here(JsonParser json) {
    return (int) json.currentTokenLocation().getByteOffset();
  }

  private static void expect(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }
}
