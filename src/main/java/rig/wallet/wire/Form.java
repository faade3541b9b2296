package rig.wallet.wire;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rig.wallet.channel.Refusal;

/** Checks the form of single fields; hex comes out in lower case, so that equal things are equal strings. */
final class Form {

  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
  private static final Pattern WORD = Pattern.compile("0x[0-9a-fA-F]{64}");
  private static final Pattern BYTES = Pattern.compile("0x(?:[0-9a-fA-F]{2})*+");
  private static final Pattern HEX_AMOUNT = Pattern.compile("0x[0-9a-fA-F]{1,64}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,77}");

  private Form() {}

  static String address(String field, @Nullable String value) throws Refusal {
    return hex(field, value, ADDRESS, "20-byte hex with 0x");
  }

  static String word(String field, @Nullable String value) throws Refusal {
    return hex(field, value, WORD, "32-byte hex with 0x");
  }

  static String bytes(String field, @Nullable String value) throws Refusal {
    return hex(field, value, BYTES, "an even number of hex digits after 0x");
  }

  static BigInteger amount(String field, @Nullable String value) throws Refusal {
    String digits = present(field, value);
    if (HEX_AMOUNT.matcher(digits).matches()) {
      return new BigInteger(digits.substring(2), 16);
    }
    if (AMOUNT.matcher(digits).matches()) {
      return new BigInteger(digits);
    }
    throw wrong(field, digits, "an amount, hex with 0x or decimal");
  }

  static long number(String field, @Nullable Long value, long most) throws Refusal {
    long number = present(field, value);
    if (number < 0 || number > most) {
      throw wrong(field, Long.toString(number), "from 0 to " + most);
    }
    return number;
  }

  static <T> T present(String field, @Nullable T value) throws Refusal {
    if (value == null) {
      throw new Refusal(Refusal.Reason.INVALID, field + " is missing");
    }
    return value;
  }

  /** A list, empty when it was not sent; a null in it is nothing. */
  static <T> List<T> list(@Nullable List<T> value) {
    return value == null ? List.of() : value.stream().filter(Objects::nonNull).toList();
  }

  static <E extends Enum<E>> E oneOf(String field, @Nullable String value, Class<E> type) throws Refusal {
    String name = present(field, value);
    try {
      return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw wrong(field, name, "one of " + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }
  }

  static Refusal wrong(String field, String value, String expected) {
    return new Refusal(Refusal.Reason.INVALID, field + " is " + value + ", not " + expected);
  }

  private static String hex(String field, @Nullable String value, Pattern pattern, String expected) throws Refusal {
    String digits = present(field, value);
    if (!pattern.matcher(digits).matches()) {
      throw wrong(field, digits, expected);
    }
    return digits.toLowerCase(Locale.ROOT);
  }
}
