package history.jepsen;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The elements of a file of JSON: lines, or one array. */
final class JsonPieces implements Pieces {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final JsonParser parser;
  private boolean array;
  private long count;

  JsonPieces(Path file) throws IOException {
    this.file = file;
    this.parser = JSON.createParser(file.toFile());
  }

  @Override
  public @Nullable Piece next() throws IOException {
    try {
      JsonToken token = parser.nextToken();
      if (count == 0 && !array && token == JsonToken.START_ARRAY) {
        array = true;
        token = parser.nextToken();
      }
      if (token == null || token == JsonToken.END_ARRAY) {
        return null;
      }
      count++;
      String line = "line " + parser.currentTokenLocation().getLineNr();
      JsonNode tree = JSON.readTree(parser);
      return new Piece(tree, array ? "element " + count + " (" + line + ")" : line);
    } catch (JsonProcessingException e) {
      throw new JepsenFileException(file,
          "line " + e.getLocation().getLineNr() + ": this is no JSON: " + e.getOriginalMessage()
              + "; it must be objects one after the other or one array of them, and a file of EDN is named .edn");
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
