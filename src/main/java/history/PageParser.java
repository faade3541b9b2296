package history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import history.Chunks.Chunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses the lines of a chunk. Serves one thread.
 *
 * <p>One parser goes through the whole chunk, as long as each object fills a line of its own. From the first line on where it does not,
 * each line gets a parser of its own, which finds the one that is at fault and lets others pass.
 */
final class PageParser {

  private static final JsonFactory JSON = new ObjectMapper().getFactory();

  private final LineParser parser = new LineParser();

  Page parse(Chunk chunk) {
    List<Line> lines = new ArrayList<>(chunk.length() >> 7);
    int read = quickly(chunk, lines);
    return carefully(chunk, read, lines);
  }

  /** Returns how many bytes are done with; every line before that is known. */
  private int quickly(Chunk chunk, List<Line> lines) {
    int done = 0;
    try (JsonParser json = JSON.createParser(chunk.bytes(), 0, chunk.length())) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        Line line = parser.line(json);
        JsonLocation end = json.currentLocation();
        int next = lineEnd(chunk, (int) end.getByteOffset());
        if (next < 0 || end.getLineNr() != lines.size() + 1) {
          break;
        }
        lines.add(line);
        done = next;
      }
    } catch (IOException | IllegalArgumentException _) {
      // reading it once more, line by line, will tell
    }
    return done;
  }

  /** Where the next line begins, when nothing is left of this one; below 0 when something is. */
  private static int lineEnd(Chunk chunk, int at) {
    if (at == chunk.length()) {
      return at;
    }
    return chunk.bytes()[at] == '\n' ? at + 1 : -1;
  }

  private Page carefully(Chunk chunk, int from, List<Line> lines) {
    int next;
    for (int at = from; at < chunk.length(); at = next) {
      int end = at;
      while (end < chunk.length() && chunk.bytes()[end] != '\n') {
        end++;
      }
      next = Math.min(end + 1, chunk.length());
      // A character may be cut in two as well, so what is malformed is replaced and not refused.
      String text = new String(chunk.bytes(), at, end - at, StandardCharsets.UTF_8);
      try (JsonParser json = JSON.createParser(text)) {
        json.nextToken();
        lines.add(parser.line(json));
      } catch (JsonProcessingException | IllegalArgumentException e) {
        return new Page(lines, new Page.Unreadable(e, text.length(), next == chunk.length()));
      } catch (IOException e) {
        throw new AssertionError("a text in memory", e);
      }
    }
    return new Page(lines, null);
  }
}
