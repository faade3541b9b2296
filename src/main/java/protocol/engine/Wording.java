package protocol.engine;

import java.util.regex.Pattern;

/**
 * What may stand in Gatling's log. A text of more than 8 KB cuts simulation.log off inside its record, silently, with every later record
 * lost to the report; a message with an id in it makes a row of its own in the table of errors.
 */
final class Wording {

  private static final int NAME = 100;
  private static final int MESSAGE = 200;
  private static final Pattern VALUES = Pattern
      .compile("0x\\p{XDigit}+|\\b\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b|\\d{4,}");

  private Wording() {}

  /** A request's or group's name, of at most 100 characters. */
  static String name(String name) {
    return cut(name, NAME);
  }

  /** A message of at most 200 characters, without hex numbers, UUIDs and numbers of four digits or more. */
  static String message(String message) {
    return cut(VALUES.matcher(cut(message, 10 * MESSAGE)).replaceAll("…"), MESSAGE);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
