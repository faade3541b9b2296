package protocol.rpc.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;

/** Numbers as Ethereum writes them: hex with 0x. */
public final class Quantity {

  private static final int HEX = 16;

  private Quantity() {}

  /** {@code 0x1a}. */
  public static String of(long number) {
    return "0x" + Long.toHexString(number);
  }

  /** {@code 0x1a}. */
  public static String of(BigInteger number) {
    return "0x" + number.toString(HEX);
  }

  /**
   * The number of a text.
   *
   * @throws IOException when it is none
   */
  public static BigInteger parse(String text) throws IOException {
    try {
      return new BigInteger(text.startsWith("0x") ? text.substring(2) : "", HEX);
    } catch (NumberFormatException e) {
      throw new IOException("'" + text + "' is no quantity", e);
    }
  }

  /**
   * The number that a member holds.
   *
   * @throws IOException when it holds none, or one of more than 63 bits
   */
  static long number(JsonNode json, String member) throws IOException {
    BigInteger number = parse(json.path(member).asText());
    if (number.bitLength() >= Long.SIZE || number.signum() < 0) {
      throw new IOException(member + " is too large");
    }
    return number.longValue();
  }

  /**
   * The hex text that a member holds.
   *
   * @throws IOException when it holds none
   */
  static String text(JsonNode json, String member) throws IOException {
    String text = json.path(member).asText();
    if (!text.startsWith("0x")) {
      throw new IOException("there is no " + member);
    }
    return text;
  }
}
