package bench;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Blocks of whatever was taken since the last one, remembered for a while. For one thread. */
final class NullChain {

  private static final int REMEMBERED = 240;

  private final Map<String, Block> blocks = new LinkedHashMap<>();
  private Set<String> pool = new LinkedHashSet<>();
  private Block head = new Block(1, System.currentTimeMillis() / 1_000, Set.of());

  private record Block(long number, long time, Set<String> transactions) {

    String hash() {
      return hash(number);
    }

    private static String hash(long number) {
      return "\"0x%064x\"".formatted(number);
    }

    String json() {
      return """
          {"number":"0x%x","hash":%s,"parentHash":%s,"timestamp":"0x%x","gasUsed":"0x%x"}""".formatted(number, hash(),
          hash(number - 1), time, transactions.size() * 21_000L);
    }

    String receipts() {
      String common = ",\"blockHash\":" + hash()
          + ",\"status\":\"0x1\",\"gasUsed\":\"0x5208\",\"effectiveGasPrice\":\"0x8\"}";
      return transactions.stream()
          .map(hash -> "{\"transactionHash\":" + hash + common)
          .collect(Collectors.joining(",", "[", "]"));
    }
  }

  /** Takes a transaction, once. */
  void take(String hash) {
    pool.add(hash);
  }

  /** Makes a block of what there is. */
  void seal() {
    head = new Block(head.number + 1, System.currentTimeMillis() / 1_000, pool);
    pool = new LinkedHashSet<>();
    blocks.put(head.hash(), head);
    if (blocks.size() > REMEMBERED) {
      blocks.remove(blocks.keySet().iterator().next());
    }
  }

  String number() {
    return "\"0x" + Long.toHexString(head.number) + '"';
  }

  String head() {
    return head.json();
  }

  String block(String params) {
    Block block = named(params);
    return block == null ? "null" : block.json();
  }

  String receipts(String params) {
    Block block = named(params);
    return block == null ? "null" : block.receipts();
  }

  /** By the first of the parameters, a hash. */
  private Block named(String params) {
    int start = params.indexOf('"');
    return blocks.get(params.substring(start, params.indexOf('"', start + 1) + 1));
  }
}
