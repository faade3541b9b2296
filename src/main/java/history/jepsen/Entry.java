package history.jepsen;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One line of a history in Jepsen's form: an operation begins, or it ends.
 *
 * @param kind what is asked, {@code :f}; empty when it is left out
 * @param value what is asked, or, of an end, what was answered; keywords, symbols and characters of EDN are texts, sets are arrays
 * @param process who asks: one thing at a time
 * @param time nanoseconds since the beginning; order is that of the lines, whatever their times
 */
public record Entry(Type type, String kind, JsonNode value, long process, long time) {

  /** Whether it begins, or how it ends. */
  public enum Type {
    /** It begins. */
    INVOKE,
    /** It happened. */
    OK,
    /** It certainly did not happen. */
    FAIL,
    /** Nobody can tell. */
    INFO
  }
}
