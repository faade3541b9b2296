package protocol.checkout;

import com.fasterxml.jackson.databind.JsonNode;

/** An item, a user or an order, and how it looked when it was read last. */
final class Entity {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Call find;
  private final String id;
  private boolean sampled;
  private boolean known;
  private long print;

  /** Not read yet. */
  Entity(Call find, String id) {
    this.find = find;
    this.id = id;
  }

  /** How it is read. */
  Call find() {
    return find;
  }

  String id() {
    return id;
  }

  /** It is one of those that tell for the others. */
  void sample() {
    sampled = true;
  }

  boolean isSampled() {
    return sampled;
  }

  /** Whether it looks as it did before; a print of 64 bits is kept instead of the answer, since there may be many. */
  boolean looksTheSame(JsonNode answered) {
    long fresh = print(answered.toString());
    boolean same = known && fresh == print;
    known = true;
    print = fresh;
    return same;
  }

  /** It could not be read: whatever it looks like next is new. */
  void lose() {
    known = false;
  }

  boolean isKnown() {
    return known;
  }

  /** FNV-1a over the text's characters. */
  private static long print(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
