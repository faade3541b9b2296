package load;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The elements of a JSON array, one after another: never more than one in memory. */
final class JsonElements implements Elements {

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();

  @Override
  public boolean read(Path file, Problems problems, Reader reader) throws IOException {
    Place place = Place.FILE;
    try (InputStream in = Files.newInputStream(file); JsonParser parser = JSON.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        problems.add(place, "", "not a JSON array; a load file is [{\"type\": \"CreateChannel\", …}, …]");
        return false;
      }
      for (int element = 0; parser.nextToken() != JsonToken.END_ARRAY; element++) {
        place = new Place(parser.currentTokenLocation().getLineNr(), element);
        reader.take(JSON.readTree(parser), place);
      }
      if (parser.nextToken() != null) {
        problems.add(new Place(parser.currentTokenLocation().getLineNr(), -1), "",
            "something follows the array; remove it");
      }
      return true;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? place.line() : e.getLocation().getLineNr();
      problems.add(new Place(line, place.element()), "",
          "not JSON: " + e.getOriginalMessage() + "; nothing after this was read");
      return false;
    }
  }
}
