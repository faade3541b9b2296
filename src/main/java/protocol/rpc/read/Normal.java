package protocol.rpc.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The form in which answers are compared: hex in small letters, numbers without zeros before them, members in the order of their names,
 * without those that are null or ignored, and without the forecasts in {@code eth_feeHistory}. Texts of bytes keep their zeros: {@code 0x00} is something else than {@code 0x}.
 */
final class Normal {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]+");
  private static final Pattern ZEROS = Pattern.compile("^0x0+(?=[0-9a-f])");
  /** 32 bytes: what is longer is no number. */
  private static final int LONGEST_NUMBER = 66;
  private static final Set<String> BYTES = Set.of("input", "data", "extraData", "output", "code", "returnData",
      "eth_call", "eth_getCode");
  private static final Set<String> FEES = Set.of("baseFeePerGas", "baseFeePerBlobGas");
  private static final int DIGEST = 8;

  private final Set<String> ignored;

  /** The form without these members, wherever they stand. */
  Normal(Set<String> ignored) {
    this.ignored = Set.copyOf(ignored);
  }

  /**
   * A method's result in this form.
   *
   * @throws IOException when it is no JSON
   */
  JsonNode of(String method, byte[] result) throws IOException {
    JsonNode read = JSON.readTree(result);
    if (method.equals("eth_feeHistory")) {
      FEES.forEach(fees -> dropForecast(read, fees));
    }
    return of(method, read);
  }

  /** Such a list ends with the fee of the block after those asked for: a forecast, as long as that block is young. */
  private static void dropForecast(JsonNode history, String fees) {
    int blocks = history.path("gasUsedRatio").size();
    if (history.path(fees) instanceof ArrayNode list && list.size() == blocks + 1) {
      list.remove(blocks);
    }
  }

  /** A few bytes that are the same for the same answer, and for hardly any other. */
  static String digest(JsonNode normal) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(normal.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private JsonNode of(String name, JsonNode value) {
    return switch (value) {
      case ObjectNode object -> members(object);
      case ArrayNode array -> {
        ArrayNode items = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(item -> items.add(of(name, item)));
        yield items;
      }
      case TextNode text -> TextNode.valueOf(text(name, text.textValue()));
      case JsonNode number when number.isNumber() -> DecimalNode.valueOf(number.decimalValue().stripTrailingZeros());
      default -> value;
    };
  }

  private ObjectNode members(ObjectNode object) {
    Map<String, JsonNode> members = new TreeMap<>();
    object.properties().forEach(member -> {
      if (!member.getValue().isNull() && !ignored.contains(member.getKey())) {
        members.put(member.getKey(), of(member.getKey(), member.getValue()));
      }
    });
    return new ObjectNode(JsonNodeFactory.instance, members);
  }

  private static String text(String name, String text) {
    if (!HEX.matcher(text).matches()) {
      return text;
    }
    String small = text.toLowerCase(Locale.ROOT);
    boolean isNumber = small.length() <= LONGEST_NUMBER && !BYTES.contains(name);
    return isNumber ? ZEROS.matcher(small).replaceFirst("0x") : small;
  }
}
