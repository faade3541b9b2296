package protocol.rpc.read;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the placeholders of one request are filled with.
 *
 * @param range of blocks
 * @param latest a tag, or a block's number in hex
 */
record Draw(Sample.Block block, String transaction, String address, String contract, String token, Sample.Range range,
    String latest) {

  private static final String WORD = "0".repeat(24);

  /** One of each, where there is one. */
  static Draw of(Sample sample, String latest, RandomGenerator random) {
    return new Draw(one(sample.blocks(), random), text(sample.transactions(), random), text(sample.addresses(), random),
        text(sample.contracts(), random), text(sample.tokens(), random), one(sample.ranges(), random), latest);
  }

  /** What a placeholder stands for. */
  String value(Placeholder placeholder) {
    return switch (placeholder) {
      case BLOCK -> hex(block.number());
      case BLOCK_HASH -> block.hash();
      case TRANSACTION -> transaction;
      case ADDRESS -> address;
      case ADDRESS32 -> WORD + address.substring(2);
      case CONTRACT -> contract;
      case TOKEN -> token;
      case FROM -> hex(range.from());
      case TO -> hex(range.to());
      case LATEST -> latest;
    };
  }

  static String hex(long number) {
    return "0x" + Long.toHexString(number);
  }

  private static <T> T one(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }

  private static String text(List<String> all, RandomGenerator random) {
    return all.isEmpty() ? "" : one(all, random);
  }
}
