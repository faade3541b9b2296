package history.jepsen;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import us.bpsm.edn.EdnException;
import us.bpsm.edn.EdnIOException;
import us.bpsm.edn.parser.Parser;
import us.bpsm.edn.parser.Parsers;

/** The elements of a file of EDN: maps one after the other, or one vector or list of them, which is not read as a whole. */
final class EdnPieces implements Pieces {

  private final Path file;
  private final Letters letters;
  private final Parser parser = Parsers.newParser(Parsers.newParserConfigBuilder()
      .putTagHandler(Parser.Config.EDN_INSTANT, (_, value) -> value)
      .putTagHandler(Parser.Config.EDN_UUID, (_, value) -> value)
      .build());
  private int closing;
  private long count;

  EdnPieces(Path file) throws IOException {
    this.file = file;
    this.letters = new Letters(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable Piece next() throws IOException {
    int letter = letters.peek();
    if (count == 0 && closing == 0 && (letter == '[' || letter == '(')) {
      closing = letter == '[' ? ']' : ')';
      letters.read();
      letter = letters.peek();
    }
    if (closing == 0 ? letter < 0 : letter == closing) {
      return null;
    }
    long line = letters.line();
    try {
      Object value = parser.nextValue(letters);
      count++;
      if (value == Parser.END_OF_INPUT) {
        throw wrong("the file ends before " + (char) closing);
      }
      return new Piece(EdnTrees.tree(value),
          closing == 0 ? "line " + line : "element " + count + " (line " + line + ")");
    } catch (EdnIOException e) {
      throw e.getCause();
    } catch (EdnException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private JepsenFileException wrong(String why) {
    return new JepsenFileException(file, "line " + letters.line() + ": this is no EDN: " + why
        + "; the file must be maps one after the other, or one vector of maps");
  }

  @Override
  public void close() throws IOException {
    letters.close();
  }
}
