package history;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A bounded queue from one thread to one other, without locks; offering allocates nothing. */
final class Ring {

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Event[].class);

  private final @Nullable Event[] slots;
  private final int mask;
  private int tail; // the producer's
  private int head; // the consumer's

  /** A ring with room for so many events, a power of two. */
  Ring(int capacity) {
    this.slots = new Event[capacity];
    this.mask = capacity - 1;
  }

  /** Keeps an event; false when there is no room. */
  boolean offer(Event event) {
    int slot = tail & mask;
    if (SLOT.getAcquire(slots, slot) != null) {
      return false;
    }
    SLOT.setRelease(slots, slot, event);
    tail++;
    return true;
  }

  /** Hands on everything that is there; how many there were. */
  int drainTo(Consumer<Event> consumer) {
    int drained = 0;
    while (true) {
      int slot = head & mask;
      Event event = (Event) SLOT.getAcquire(slots, slot);
      if (event == null) {
        return drained;
      }
      SLOT.setRelease(slots, slot, null);
      head++;
      drained++;
      consumer.accept(event);
    }
  }
}
