package protocol.rpc.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import protocol.rpc.node.FakeNode;
import protocol.rpc.node.Reply;

/** A chain that a scripted node tells of: blocks are made, and taken back, when a test says so. */
public final class FakeChain implements AutoCloseable {

  public final FakeNode node = new FakeNode();

  private final List<Block> chain = new CopyOnWriteArrayList<>();
  private final Map<String, Block> byHash = new ConcurrentHashMap<>();
  private int made;
  private volatile int safe;
  private volatile int last;

  /** A block; the transactions that fail begin with 0xbad. */
  public record Block(long number, String hash, String parent, List<String> transactions) {

    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("number", Quantity.of(number));
      json.put("hash", hash);
      json.put("parentHash", parent);
      json.put("timestamp", Quantity.of(1_000 + number));
      json.put("gasUsed", transactions.isEmpty() ? "0x0" : "0x5208");
      json.put("transactions", transactions);
      return json;
    }

    Map<String, Object> receipt(String transaction) {
      return Map.of("transactionHash", transaction, "blockHash", hash, "blockNumber", Quantity.of(number), "status",
          transaction.startsWith("0xbad") ? "0x0" : "0x1", "gasUsed", "0x5208", "effectiveGasPrice", "0x2", "logs",
          List.of(Map.of("data", "0x")));
    }
  }

  public FakeChain() {
    mineSilently();
    node.on("eth_blockNumber", _ -> new Reply.Result(Quantity.of(tip().number())));
    node.on("eth_getBlockByNumber", params -> result(at(params.get(0).asText())));
    node.on("eth_getBlockByHash", params -> result(byHash.get(params.get(0).asText())));
    node.on("eth_getBlockReceipts", this::receipts);
    node.on("eth_getTransactionReceipt", params -> new Reply.Result(receipt(params.get(0).asText())));
  }

  /** As scripted, for tests that script it differently at times. */
  Reply receipts(JsonNode params) {
    Block block = byHash.get(params.get(0).asText());
    return new Reply.Result(block == null ? null : block.transactions().stream().map(block::receipt).toList());
  }

  private @Nullable Object receipt(String transaction) {
    return chain.stream()
        .filter(block -> block.transactions().contains(transaction))
        .findFirst()
        .map(block -> block.receipt(transaction))
        .orElse(null);
  }

  /** Whether a transaction stands in a block. */
  public boolean holds(String transaction) {
    return receipt(transaction) != null;
  }

  private static Reply result(@Nullable Block block) {
    return new Reply.Result(block == null ? null : block.json());
  }

  private @Nullable Block at(String tag) {
    return switch (tag) {
      case "latest" -> tip();
      case "safe" -> chain.get(safe);
      case "finalized" -> chain.get(last);
      default -> {
        int number = Integer.decode(tag);
        yield number < chain.size() ? chain.get(number) : null;
      }
    };
  }

  public Block tip() {
    return Objects.requireNonNull(chain.getLast());
  }

  /** A block on top, told to all who listen. */
  public Block mine(String... transactions) {
    Block block = mineSilently(transactions);
    tell(block);
    return block;
  }

  /** A block on top that nobody is told of. */
  public synchronized Block mineSilently(String... transactions) {
    made++;
    String parent = chain.isEmpty() ? "0x00" : chain.getLast().hash();
    Block block = new Block(chain.size(), "0xb%03d".formatted(made), parent, List.of(transactions));
    byHash.put(block.hash(), block);
    chain.add(block);
    return block;
  }

  public void tell(Block block) {
    node.push("newHeads", block.json());
  }

  /** The last blocks are no longer part of the chain, though the node may still know them. */
  public List<Block> drop(int blocks) {
    List<Block> dropped = new ArrayList<>(chain.subList(chain.size() - blocks, chain.size()));
    for (int i = 0; i < blocks; i++) {
      chain.removeLast();
    }
    return dropped;
  }

  /** A block that was dropped is back. */
  public void putBack(Block block) {
    chain.add(block);
    tell(block);
  }

  public void safe(long number) {
    safe = (int) number;
  }

  public void finalized(long number) {
    last = (int) number;
  }

  @Override
  public void close() {
    node.close();
  }
}
