package history.jepsen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import us.bpsm.edn.parser.Parseable;

/** The characters of a file, with the number of the line that they are in. */
final class Letters implements Parseable {

  private static final int NONE = -2;

  private final Reader reader;
  private int again = NONE;
  private long line = 1;

  Letters(Reader reader) {
    this.reader = new BufferedReader(reader);
  }

  @Override
  public int read() throws IOException {
    int letter = again == NONE ? reader.read() : again;
    again = NONE;
    if (letter == '\n') {
      line++;
    }
    return letter < 0 ? END_OF_INPUT : letter;
  }

  @Override
  public void unread(int letter) {
    if (letter == '\n') {
      line--;
    }
    again = letter;
  }

  /** The number of the line that is being read, from 1. */
  long line() {
    return line;
  }

  /** Goes to the next letter that is no blank, no comma and in no comment, and returns it without taking it. */
  int peek() throws IOException {
    int letter = read();
    while (Character.isWhitespace(letter) || letter == ',' || letter == ';') {
      letter = letter == ';' ? comment() : read();
    }
    unread(letter);
    return letter;
  }

  /** Skips the rest of the line, and returns what ends it. */
  private int comment() throws IOException {
    int letter = read();
    while (letter != '\n' && letter != END_OF_INPUT) {
      letter = read();
    }
    return letter;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
