package protocol.rpc.read;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What was found on a chain, to ask about. Any list but the blocks and the ranges may be empty.
 *
 * @param head the newest block that all nodes have
 * @param top the newest block that is asked about: so far below the head that it stays where it is
 * @param blocks at least one
 * @param transactions hashes of transactions in blocks
 * @param addresses who has sent or received something
 * @param contracts who has told of something
 * @param tokens those among them that have told of transfers
 * @param ranges of blocks, at least one, none behind the top
 */
record Sample(long head, long top, List<Block> blocks, List<String> transactions, List<String> addresses,
    List<String> contracts, List<String> tokens, List<Range> ranges) {

  /** A block by its number and hash. */
  record Block(long number, String hash) {}

  /** Blocks from one to another, both included. */
  record Range(long from, long to) {}

  /** Whether there is something that a placeholder can be filled with. */
  boolean has(Placeholder placeholder) {
    return switch (placeholder) {
      case BLOCK, BLOCK_HASH, FROM, TO, LATEST -> true;
      case TRANSACTION -> !transactions.isEmpty();
      case ADDRESS, ADDRESS32 -> !addresses.isEmpty();
      case CONTRACT -> !contracts.isEmpty();
      case TOKEN -> !tokens.isEmpty();
    };
  }

  /** How many of each, for the history. */
  ObjectNode figures() {
    return JsonNodeFactory.instance.objectNode()
        .put("head", head)
        .put("top", top)
        .put("blocks", blocks.size())
        .put("transactions", transactions.size())
        .put("addresses", addresses.size())
        .put("contracts", contracts.size())
        .put("tokens", tokens.size())
        .put("ranges", ranges.size());
  }

  /** How many of each, for people. */
  @Override
  public String toString() {
    return "blocks %d (up to %d, the head is %d), transactions %d, addresses %d, contracts %d, of them tokens %d, ranges %d"
        .formatted(blocks.size(), top, head, transactions.size(), addresses.size(), contracts.size(), tokens.size(),
            ranges.size());
  }
}
