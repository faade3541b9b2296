package protocol.rpc.transaction;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of coins as people write them: {@code 2 gwei}, {@code 0.5 ether}, {@code 1000 wei}, {@code 1000}. */
public final class Wei {

  private static final Pattern AMOUNT = Pattern.compile("([0-9_]+(?:\\.[0-9_]+)?)\\s*([a-zA-Z]*)");

  private Wei() {}

  /**
   * An amount in wei; without a unit it is in wei.
   *
   * @throws IllegalArgumentException when it is none, or not a whole number of wei
   */
  public static BigInteger of(String amount) {
    Matcher parts = AMOUNT.matcher(amount.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + amount + "' is no amount; write for example 2 gwei or 0.5 ether");
    }
    int digits = switch (parts.group(2).toLowerCase(Locale.ROOT)) {
      case "", "wei" -> 0;
      case "kwei" -> 3;
      case "mwei" -> 6;
      case "gwei" -> 9;
      case "eth", "ether" -> 18;
      default -> throw new IllegalArgumentException(
          "'" + parts.group(2) + "' in '" + amount + "' is no unit; there are wei, gwei and ether");
    };
    try {
      return new BigDecimal(parts.group(1).replace("_", "")).movePointRight(digits).toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("'" + amount + "' is not a whole number of wei", e);
    }
  }
}
