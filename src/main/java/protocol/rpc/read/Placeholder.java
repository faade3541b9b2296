package protocol.rpc.read;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a parameter can leave open: it is filled with something that is on the chain. */
public enum Placeholder {
  /** A block's number. */
  BLOCK("block", "block"),
  /** The hash of the same block. */
  BLOCK_HASH("blockHash", "block"),
  /** The hash of a transaction that is in a block. */
  TRANSACTION("transaction", "transaction"),
  /** Who has sent or received something. */
  ADDRESS("address", "address"),
  /** The same address as an argument of a contract: 32 bytes, without 0x. */
  ADDRESS32("address32", "address"),
  /** A contract. */
  CONTRACT("contract", "contract"),
  /** A contract that has told of transfers as ERC-20 tokens do. */
  TOKEN("token", "token"),
  /** The first block of a range. */
  FROM("from", "block"),
  /** The last block of the same range, never behind the head. */
  TO("to", "block"),
  /** The head as it is when the question arrives; where answers are compared, a block that both nodes have. */
  LATEST("latest", "block");

  private final String text;
  private final String thing;

  Placeholder(String text, String thing) {
    this.text = text;
    this.thing = thing;
  }

  /** What has to be on the chain for it, for example {@code token}. */
  String thing() {
    return thing;
  }

  /** As it stands in a file. */
  @Override
  public String toString() {
    return "#{" + text + "}";
  }

  static Optional<Placeholder> of(String text) {
    return Arrays.stream(values()).filter(placeholder -> placeholder.text.equals(text)).findFirst();
  }

  /** All of them, for people. */
  static String known() {
    return Arrays.stream(values()).map(Placeholder::toString).collect(Collectors.joining(" "));
  }
}
