package invariant.checkout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives each id of a target a small number, in the order of first sight, so that all else can be kept in columns.
 *
 * <p>The text is kept once, as bytes: an id of 36 characters takes some 50 bytes in all, where a map of strings takes three times as much.
 */
final class Ids {

  private static final int PAGE_BITS = 18;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int LENGTH = 2;
  private static final int LONGEST = (1 << 16) - 1;

  private final List<byte[]> pages = new ArrayList<>();
  private int used = PAGE;
  /** Where each id's bytes begin: page and offset. */
  private final Ints places = new Ints();
  private final Ints hashes = new Ints();
  /** Open addressing: number + 1; at most two thirds full. */
  private int[] slots = new int[1 << 10];
  private byte[] sought = new byte[64];
  private int size;

  /** How many ids there are; their numbers are 0 to size - 1. */
  int size() {
    return size;
  }

  /** The number of an id, a new one at first sight. */
  int number(String id) {
    int length = encode(id);
    int hash = hash(length);
    int slot = slot(hash, length);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    places.set(size, keep(length));
    hashes.set(size, hash);
    size++;
    slots[slot] = size;
    if (size > slots.length / 3 * 2) {
      grow();
    }
    return size - 1;
  }

  /** The id with a number. */
  String text(int number) {
    byte[] page = page(number);
    int at = places.get(number) & PAGE - 1;
    return new String(page, at + LENGTH, length(page, at), StandardCharsets.UTF_8);
  }

  private byte[] page(int number) {
    return pages.get(places.get(number) >>> PAGE_BITS);
  }

  private static int length(byte[] page, int at) {
    return (page[at] & 0xff) << 8 | page[at + 1] & 0xff;
  }

  /** Where an id is, or where it belongs. */
  private int slot(int hash, int length) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != 0 && !same(slots[slot] - 1, hash, length)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean same(int number, int hash, int length) {
    if (hashes.get(number) != hash) {
      return false;
    }
    byte[] page = page(number);
    int at = places.get(number) & PAGE - 1;
    return length(page, at) == length && Arrays.equals(page, at + LENGTH, at + LENGTH + length, sought, 0, length);
  }

  /** Puts the id's bytes into the buffer, which costs no garbage where the id is ASCII; returns how many. */
  private int encode(String id) {
    int length = id.length();
    if (length > sought.length) {
      sought = new byte[length * 2];
    }
    for (int i = 0; i < length; i++) {
      char c = id.charAt(i);
      if (c >= 0x80) {
        sought = id.getBytes(StandardCharsets.UTF_8);
        length = sought.length;
        break;
      }
      sought[i] = (byte) c;
    }
    if (length > LONGEST) {
      throw new IllegalArgumentException("an id of " + length + " bytes");
    }
    return length;
  }

  private int hash(int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + sought[i];
    }
    hash *= 0x9E3779B9; // ids that count up must not end up side by side
    return hash ^ hash >>> 15;
  }

  private int keep(int length) {
    if (used + LENGTH + length > PAGE) {
      pages.add(new byte[PAGE]);
      used = 0;
    }
    byte[] page = pages.getLast();
    int place = pages.size() - 1 << PAGE_BITS | used;
    page[used] = (byte) (length >>> 8);
    page[used + 1] = (byte) length;
    System.arraycopy(sought, 0, page, used + LENGTH, length);
    used += LENGTH + length;
    return place;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int number = 0; number < size; number++) {
      int slot = hashes.get(number) & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = number + 1;
    }
  }
}
