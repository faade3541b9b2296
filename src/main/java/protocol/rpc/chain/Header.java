package protocol.rpc.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * The head of a block.
 *
 * @param number its height
 * @param hash 32-byte hex with 0x
 * @param parent the hash of the block before it
 * @param timestamp its own time, in seconds since the epoch
 * @param empty whether it certainly has no transactions
 * @param arrived {@link System#nanoTime} when it was first heard of
 * @param live whether it was heard of because it was new; false for one that was asked for later, to close a gap
 */
public record Header(long number, String hash, String parent, long timestamp, boolean empty, long arrived,
    boolean live) {

  /**
   * A header as nodes answer it.
   *
   * @throws IOException when it is none
   */
  static Header of(JsonNode json, long arrived, boolean live) throws IOException {
    return new Header(Quantity.number(json, "number"), Quantity.text(json, "hash"), Quantity.text(json, "parentHash"),
        Quantity.number(json, "timestamp"), json.path("gasUsed").asText().equals("0x0"), arrived, live);
  }
}
