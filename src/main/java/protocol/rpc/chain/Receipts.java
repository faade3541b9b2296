package protocol.rpc.chain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import protocol.rpc.node.Envelope.Span;

/** Reads receipts from bytes, token by token: a block may have thousands of them, of which nobody waits for most. */
final class Receipts {

  private static final JsonFactory JSON = new JsonFactory();

  private Receipts() {}

  /**
   * The receipts of an array that somebody waits for.
   *
   * @param wanted whether somebody waits for the transaction of that hash
   * @throws IOException when it is no array of receipts
   */
  static List<Receipt> all(byte[] bytes, Span span, Predicate<String> wanted) throws IOException {
    List<Receipt> receipts = new ArrayList<>();
    try (JsonParser json = JSON.createParser(bytes, span.start(), span.end() - span.start())) {
      expect(json.nextToken() == JsonToken.START_ARRAY);
      while (json.nextToken() != JsonToken.END_ARRAY) {
        Receipt receipt = receipt(json, bytes, span.start(), wanted);
        if (receipt != null) {
          receipts.add(receipt);
        }
      }
    }
    return receipts;
  }

  /**
   * One receipt.
   *
   * @throws IOException when it is none
   */
  static Receipt one(byte[] bytes, Span span) throws IOException {
    try (JsonParser json = JSON.createParser(bytes, span.start(), span.end() - span.start())) {
      json.nextToken();
      Receipt receipt = receipt(json, bytes, span.start(), _ -> true);
      if (receipt == null) {
        throw new IOException("there is no receipt");
      }
      return receipt;
    }
  }

  private static @Nullable Receipt receipt(JsonParser json, byte[] bytes, int offset, Predicate<String> wanted)
      throws IOException {
    expect(json.currentToken() == JsonToken.START_OBJECT);
    int start = offset + (int) json.currentTokenLocation().getByteOffset();
    Map<String, String> texts = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING && isOfUse(member)) {
        texts.put(member, json.getText());
      }
      json.skipChildren();
    }
    String hash = texts.get("transactionHash");
    if (hash == null || !wanted.test(hash)) {
      return null;
    }
    int end = offset + (int) json.currentLocation().getByteOffset();
    return receipt(hash, texts, Arrays.copyOfRange(bytes, start, end));
  }

  private static Receipt receipt(String hash, Map<String, String> texts, byte[] json) throws IOException {
    String price = texts.get("effectiveGasPrice");
    return new Receipt(hash, texts.getOrDefault("blockHash", ""), !texts.getOrDefault("status", "0x1").equals("0x0"),
        Quantity.parse(texts.getOrDefault("gasUsed", "0x0")).longValue(), price == null ? null : Quantity.parse(price),
        texts.get("contractAddress"), json);
  }

  private static boolean isOfUse(String member) {
    return switch (member) {
      case "transactionHash", "blockHash", "status", "gasUsed", "effectiveGasPrice", "contractAddress" -> true;
      default -> false;
    };
  }

  private static void expect(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("these are no receipts");
    }
  }
}
