package protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a block says of some accounts' transactions, as it stands in the history. */
final class BlockRecords {

  private BlockRecords() {}

  /** A block as it stands in the history. */
  static ObjectNode answered(Set<String> accounts, JsonNode block, Map<String, JsonNode> receipts) {
    ObjectNode answered = JsonNodeFactory.instance.objectNode()
        .put("hash", block.path("hash").asText())
        .put("timestamp", number(block.path("timestamp")))
        .put("gasUsed", number(block.path("gasUsed")))
        .put("gasLimit", number(block.path("gasLimit")));
    ArrayNode transactions = answered.putArray("transactions");
    ours(accounts, block).forEach((hash, transaction) -> {
      JsonNode receipt = receipts.getOrDefault(hash, NullNode.getInstance());
      long gas = number(receipt.path("gasUsed"));
      ObjectNode one = transactions.addObject()
          .put("hash", hash)
          .put("from", address(transaction.path("from")))
          .put("nonce", number(transaction.path("nonce")))
          .put("success", number(receipt.path("status")) == 1)
          .put("gasUsed", gas)
          .put("fee",
              "0x" + quantity(receipt.path("effectiveGasPrice")).multiply(BigInteger.valueOf(gas)).toString(16));
      if (address(transaction.path("to")).equals(address(transaction.path("from")))
          && quantity(transaction.path("value")).signum() == 0) {
        one.put("filler", true);
      }
    });
    return answered;
  }

  /** The transactions of some accounts, by hash. */
  static Map<String, JsonNode> ours(Set<String> accounts, JsonNode block) {
    Map<String, JsonNode> ours = new HashMap<>();
    for (JsonNode transaction : block.path("transactions")) {
      if (accounts.contains(address(transaction.path("from")))) {
        ours.put(transaction.path("hash").asText(), transaction);
      }
    }
    return ours;
  }

  /** Receipts by their transactions. */
  static Map<String, JsonNode> byHash(@Nullable JsonNode receipts) {
    Map<String, JsonNode> byHash = new HashMap<>();
    if (receipts != null) {
      receipts.forEach(receipt -> byHash.put(receipt.path("transactionHash").asText(), receipt));
    }
    return byHash;
  }

  private static String address(JsonNode text) {
    return text.asText("").toLowerCase(Locale.ROOT);
  }

  private static BigInteger quantity(JsonNode hex) {
    String text = hex.asText("0x0");
    return new BigInteger(text.length() > 2 ? text.substring(2) : "0", 16);
  }

  /** What a quantity says; 0 when it is missing. */
  static long number(JsonNode hex) {
    return quantity(hex).longValueExact();
  }
}
