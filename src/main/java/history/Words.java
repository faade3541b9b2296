package history;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Hands out the same string for a text that comes again and again, such as a kind or a code: most are then never made. */
final class Words {

  private static final int SLOTS = 1 << 10;
  private static final int LONGEST = 64;

  /** Each text has one place: a newer one takes it, which costs a string and no more. */
  private final String[] words = new String[SLOTS];

  /** The text of the parser's current token. */
  String at(JsonParser json) throws IOException {
    int length = json.getTextLength();
    if (length > LONGEST) {
      return json.getText();
    }
    char[] text = json.getTextCharacters();
    int start = json.getTextOffset();
    int hash = length;
    for (int i = start; i < start + length; i++) {
      hash = hash * 31 + text[i];
    }
    int slot = (hash ^ hash >>> 10) & SLOTS - 1;
    String word = words[slot];
    if (word == null || !same(word, text, start, length)) {
      word = new String(text, start, length);
      words[slot] = word;
    }
    return word;
  }

  private static boolean same(String word, char[] text, int start, int length) {
    if (word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }
}
