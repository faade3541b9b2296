package protocol.rpc.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The chain as it is known: its last blocks, one at each height. Confined to one thread. */
final class Canon {

  private final int kept;
  private final NavigableMap<Long, Header> blocks = new TreeMap<>();
  private final Map<String, Header> byHash = new HashMap<>();

  /**
   * What a new head changes.
   *
   * @param left blocks that are no longer part of the chain, the highest first
   * @param joined blocks that are now, the lowest first
   */
  record Change(List<Header> left, List<Header> joined) {}

  /** An empty one that keeps so many blocks. */
  Canon(int kept) {
    this.kept = kept;
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  boolean contains(String hash) {
    return byHash.containsKey(hash);
  }

  /** The highest block; null before the first. */
  @Nullable
  Header tip() {
    return blocks.isEmpty() ? null : blocks.lastEntry().getValue();
  }

  /** The block of a hash; null when it is not part of the chain. */
  @Nullable
  Header of(String hash) {
    return byHash.get(hash);
  }

  /** The block at a height; null when it is not known. */
  @Nullable
  Header at(long number) {
    return blocks.get(number);
  }

  /**
   * Whether a block is lower than all that are known: one that was asked for before the first of them was told. Was the chain to change its
   * mind so deeply, a higher head would soon tell.
   */
  boolean beginsAbove(Header block) {
    return !blocks.isEmpty() && block.number() < blocks.firstKey();
  }

  /** Whether a block stands where it says: right above its parent, when that is known. */
  boolean fits(Header block) {
    Header parent = blocks.get(block.number() - 1);
    return !contains(block.parent()) || parent != null && parent.hash().equals(block.parent());
  }

  /** Joins blocks that follow each other, the lowest first; what stands at their heights or above leaves. */
  Change join(List<Header> segment) {
    List<Header> left = new ArrayList<>(blocks.tailMap(segment.getFirst().number(), true).descendingMap().values());
    left.forEach(block -> {
      blocks.remove(block.number());
      byHash.remove(block.hash());
    });
    segment.forEach(block -> {
      blocks.put(block.number(), block);
      byHash.put(block.hash(), block);
    });
    while (blocks.size() > kept) {
      byHash.remove(blocks.pollFirstEntry().getValue().hash());
    }
    return new Change(left, List.copyOf(segment));
  }
}
