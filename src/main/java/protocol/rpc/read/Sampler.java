package protocol.rpc.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import protocol.rpc.read.Sample.Block;
import protocol.rpc.read.Sample.Range;

/** Looks through a chain for something to ask about. Blocks. The same chain and seed give the same sample. */
final class Sampler {

  private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
  /** Topic, sender, receiver: of an NFT there are four. */
  private static final int TOKEN_TOPICS = 3;
  /** A busy block must not drown the others. */
  private static final int PER_BLOCK = 8;
  private static final int RANGES = 64;

  private final NodeProbe node;
  private final SampleSettings settings;
  private final SplittableRandom random;
  private final List<Block> blocks = new ArrayList<>();
  private final Set<String> transactions = new LinkedHashSet<>();
  private final Set<String> addresses = new LinkedHashSet<>();
  private final Set<String> contracts = new LinkedHashSet<>();
  private final Set<String> tokens = new LinkedHashSet<>();

  private Sampler(NodeProbe node, SampleSettings settings, long seed) {
    this.node = node;
    this.settings = settings;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Takes a sample.
   *
   * @param head the newest block that may be asked for
   * @throws IOException when the node does not answer
   */
  static Sample take(NodeProbe node, long head, SampleSettings settings, long seed) throws IOException {
    return new Sampler(node, settings, seed).take(head);
  }

  private Sample take(long head) throws IOException {
    long top = Math.max(0, head - settings.depth());
    long lowest = Math.max(0, top - settings.window() + 1);
    for (long number : numbers(lowest, top)) {
      look(number);
    }
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < RANGES; i++) {
      long from = random.nextLong(lowest, top + 1);
      ranges.add(new Range(from, Math.min(top, from + random.nextLong(settings.logRange()))));
    }
    return new Sample(head, top, List.copyOf(blocks), List.copyOf(transactions), List.copyOf(addresses),
        List.copyOf(contracts), List.copyOf(tokens), ranges.stream().distinct().toList());
  }

  /** As many as wanted, or all that there are. */
  private Set<Long> numbers(long lowest, long top) {
    Set<Long> numbers = new TreeSet<>();
    long wanted = Math.min(settings.blocks(), top - lowest + 1);
    if (wanted > (top - lowest) / 2) {
      for (long number = top; numbers.size() < wanted; number--) {
        numbers.add(number);
      }
    }
    while (numbers.size() < wanted) {
      numbers.add(random.nextLong(lowest, top + 1));
    }
    return numbers;
  }

  private void look(long number) throws IOException {
    JsonNode block = node.ask("eth_getBlockByNumber", Draw.hex(number), true);
    if (!block.path("hash").isTextual()) {
      throw new IOException("block " + number + " is not to be had at " + node.place()
          + ", though the head is behind it: let -Dwindow= be smaller for a node that keeps only the newest blocks");
    }
    blocks.add(new Block(number, block.path("hash").asText()));
    JsonNode sent = block.path("transactions");
    for (int i = 0; i < sent.size() && i < PER_BLOCK; i++) {
      JsonNode transaction = sent.get(i);
      transactions.add(transaction.path("hash").asText());
      addresses.add(transaction.path("from").asText());
      if (transaction.path("to").isTextual()) {
        addresses.add(transaction.path("to").asText());
      }
    }
    if (!sent.isEmpty()) {
      listen(number);
    }
  }

  /** Who tells of something in a block is a contract. A node without logs has no contracts to offer. */
  private void listen(long number) throws IOException {
    JsonNode logs;
    try {
      String at = Draw.hex(number);
      logs = node.ask("eth_getLogs", Map.of("fromBlock", at, "toBlock", at));
    } catch (NodeProbe.Refusal _) {
      return;
    }
    for (int i = 0; i < logs.size() && i < PER_BLOCK; i++) {
      String contract = logs.get(i).path("address").asText();
      JsonNode topics = logs.get(i).path("topics");
      contracts.add(contract);
      if (topics.size() == TOKEN_TOPICS && topics.path(0).asText().equalsIgnoreCase(TRANSFER)) {
        tokens.add(contract);
      }
    }
  }
}
