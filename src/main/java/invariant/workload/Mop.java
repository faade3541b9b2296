package invariant.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One part of a transaction over lists: {@code [:append key element]} or {@code [:r key list]}.
 *
 * @param element what is appended; null when it reads
 * @param list what is read; null when it appends, when the list is not there yet, or when nobody knows
 */
record Mop(boolean append, JsonNode key, JsonNode element, JsonNode list) {

  /**
   * The parts of a transaction.
   *
   * @throws IllegalArgumentException when it is none
   */
  static List<Mop> of(JsonNode value) {
    if (!value.isArray()) {
      throw wrong(value);
    }
    List<Mop> mops = new ArrayList<>(value.size());
    for (JsonNode mop : value) {
      boolean append = mop.path(0).asText().equals("append");
      JsonNode third = mop.path(2);
      if (mop.size() != 3 || !append && !(mop.path(0).asText().equals("r") && (third.isArray() || third.isNull()))) {
        throw wrong(mop);
      }
      mops.add(append ? new Mop(true, mop.path(1), third, NullNode.getInstance())
          : new Mop(false, mop.path(1), NullNode.getInstance(), third));
    }
    return mops;
  }

  private static IllegalArgumentException wrong(JsonNode value) {
    return new IllegalArgumentException(
        value + " is no transaction over lists: write [[:append key element] [:r key list]]");
  }
}
