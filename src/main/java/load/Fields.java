package load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One JSON object of a file, taken apart field by field.
 *
 * <p>What is wrong is noted and stood in for, so that the rest is read too; whoever reads looks at the problems before using anything.
 */
final class Fields {

  /** Stands for any number of bytes. */
  static final int ANY = -1;

  private static final Pattern HEX = Pattern.compile("0x(?:[0-9a-fA-F]{2})*");
  private static final Pattern HEX_NUMBER = Pattern.compile("0x[0-9a-fA-F]{1,64}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,78}");
  private static final int LONGEST_VALUE = 80;

  /** Takes a field's path and what is wrong with it. */
  interface Report {
    void problem(String field, String text);
  }

  private final JsonNode node;
  private final String path;
  private final Report report;
  private final List<String> known = new ArrayList<>();

  Fields(JsonNode node, String path, Report report) {
    boolean isObject = node.isObject();
    if (!isObject) {
      report.problem(path, shown(node) + " is not an object; write {\"field\": value …}");
    }
    this.node = node;
    this.path = path;
    this.report = isObject ? report : (_, _) -> {};
  }

  /** Whether an optional field is there. */
  boolean has(String name) {
    known.add(name);
    return node.hasNonNull(name);
  }

  /** A word. */
  String text(String name) {
    JsonNode value = take(name, "a word in quotes");
    if (value.isTextual() && !value.textValue().isBlank()) {
      return value.textValue();
    }
    return wrong(name, value, "a word in quotes", "");
  }

  /** A word that is never shown. */
  String secret(String name) {
    JsonNode value = take(name, "a word in quotes");
    if (!value.isTextual() && !value.isMissingNode()) {
      problem(name, "is no word; give it in quotes");
    }
    return value.isTextual() ? value.textValue() : "";
  }

  /** A whole number from 0 to a limit. */
  long whole(String name, long limit, String meaning) {
    JsonNode value = take(name, meaning);
    if (value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0 && value.longValue() <= limit) {
      return value.longValue();
    }
    return wrong(name, value, meaning, 0L);
  }

  /** Bytes, with 0x: so many, or {@link #ANY}. */
  String hex(String name, int bytes) {
    String meaning = bytes == ANY ? "bytes in hex with 0x" : bytes + " bytes in hex with 0x";
    JsonNode value = take(name, meaning);
    String text = value.isTextual() ? value.textValue() : "";
    if (HEX.matcher(text).matches() && (bytes == ANY || text.length() == 2 + 2 * bytes)) {
      return text;
    }
    return wrong(name, value, meaning, "0x");
  }

  /** An amount of wei below 2^256: a number, or hex with 0x or decimal digits in quotes. */
  BigInteger amount(String name) {
    String meaning = "wei from 0 to 2^256 - 1, decimal or in hex with 0x";
    JsonNode value = take(name, meaning);
    String text = value.isIntegralNumber() ? value.asText() : value.isTextual() ? value.textValue() : "";
    if (HEX_NUMBER.matcher(text).matches()) {
      return new BigInteger(text.substring(2), 16);
    }
    if (NUMBER.matcher(text).matches()) {
      var amount = new BigInteger(text);
      if (amount.bitLength() <= 256) {
        return amount;
      }
    }
    return wrong(name, value, meaning, BigInteger.ZERO);
  }

  /** The object below. */
  Fields object(String name) {
    JsonNode value = take(name, "an object");
    return new Fields(value, at(name), value.isMissingNode() ? (_, _) -> {} : report);
  }

  /** The objects of an array, at least so many. */
  List<Fields> objects(String name, int least) {
    String meaning = "an array of at least " + least;
    JsonNode array = take(name, meaning);
    List<Fields> objects = new ArrayList<>(array.size());
    if (!array.isArray() || array.size() < least) {
      return wrong(name, array, meaning, objects);
    }
    for (int i = 0; i < array.size(); i++) {
      objects.add(new Fields(array.get(i), at(name) + "." + i, report));
    }
    return objects;
  }

  /** Notes a problem that only the reader can see. */
  void problem(String name, String text) {
    report.problem(at(name), text);
  }

  /** Notes every field that was not asked for: most often a misspelling. */
  void nothingElse() {
    for (Iterator<String> names = node.fieldNames(); names.hasNext();) {
      String name = names.next();
      if (!known.contains(name)) {
        problem(name, "unknown field; remove or correct it (known here: " + String.join(", ", known) + ")");
      }
    }
  }

  private JsonNode take(String name, String meaning) {
    known.add(name);
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      problem(name, "missing; give " + meaning);
      return MissingNode.getInstance();
    }
    return value;
  }

  private <T> T wrong(String name, JsonNode value, String meaning, T stand) {
    if (!value.isMissingNode()) {
      problem(name, shown(value) + " is wrong; give " + meaning);
    }
    return stand;
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}
