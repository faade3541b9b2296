package account;

import java.io.IOException;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;

/** Numbers as nodes write them: hex with 0x. */
final class Hex {

  private static final int RADIX = 16;

  private Hex() {}

  /**
   * A number of any size.
   *
   * @throws IOException when there is none
   */
  static BigInteger quantity(JsonNode value) throws IOException {
    String text = value.asString("");
    if (!text.startsWith("0x")) {
      throw new IOException("the node answers with no number where one must be");
    }
    try {
      return text.length() == 2 ? BigInteger.ZERO : new BigInteger(text.substring(2), RADIX);
    } catch (NumberFormatException _) {
      throw new IOException("the node answers with no number where one must be");
    }
  }

  /** A number of any size; 0 when there is none. */
  static BigInteger orZero(JsonNode value) throws IOException {
    return value.isString() ? quantity(value) : BigInteger.ZERO;
  }

  /** A number of a long's size. */
  static long number(JsonNode value) throws IOException {
    try {
      return quantity(value).longValueExact();
    } catch (ArithmeticException _) {
      throw new IOException("the node answers with a number beyond all measure");
    }
  }

  static String of(long number) {
    return "0x" + Long.toHexString(number);
  }
}
