package account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The nonces of a lane that are kept. Nearly always one is looked for by its number, among thousands: the order is made when somebody needs
 * it. Not thread-safe.
 */
final class SlotsByNonce {

  private final Tally tally;
  private final Map<Long, Slot> slots = new HashMap<>();
  /** Nothing is kept below it. */
  private long lowest = Long.MAX_VALUE;

  SlotsByNonce(Tally tally) {
    this.tally = tally;
  }

  @Nullable
  Slot get(long nonce) {
    return slots.get(nonce);
  }

  Slot getOrMake(long nonce) {
    lowest = Math.min(lowest, nonce);
    return slots.computeIfAbsent(nonce, number -> new Slot(number, tally));
  }

  /** Forgets those below that nobody waits for. */
  List<Slot> forget(long below) {
    List<Slot> forgotten = new ArrayList<>();
    long kept = below;
    for (long nonce = lowest; nonce < below; nonce++) {
      Slot slot = slots.get(nonce);
      if (slot != null && slot.open()) {
        kept = Math.min(kept, nonce);
      } else if (slot != null) {
        forgotten.add(slot);
        slots.remove(nonce);
      }
    }
    lowest = Math.max(lowest, kept);
    return forgotten;
  }

  /** All of them, the lowest first. */
  List<Slot> inOrder() {
    return slots.values().stream().sorted(Comparator.comparingLong(slot -> slot.nonce)).toList();
  }

  /** Whether somebody waits for a higher one. */
  boolean isWaitedForAbove(long nonce) {
    return slots.values().stream().anyMatch(slot -> slot.nonce > nonce && slot.open());
  }
}
