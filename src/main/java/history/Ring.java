package history;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/** A bounded queue between one producer and one consumer; neither ever waits for the other. */
final class Ring {

  private final AtomicReferenceArray<Event> slots;
  private final int mask;
  private final Place head = new Place();
  private final Place tail = new Place();

  /** An index in an object of its own, so that producer and consumer do not fight over one cache line. */
  private static final class Place {
    private int index;
  }

  /** A ring for so many events, a power of two. */
  Ring(int capacity) {
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException(capacity + " is not a power of two");
    }
    slots = new AtomicReferenceArray<>(capacity);
    mask = capacity - 1;
  }

  /** Keeps an event; false when the ring is full. Called by the producer alone. */
  boolean offer(Event event) {
    int slot = tail.index & mask;
    if (slots.getAcquire(slot) != null) {
      return false;
    }
    slots.setRelease(slot, event);
    tail.index++;
    return true;
  }

  /** Hands out everything that was kept before the call, at most one ring full. Called by the consumer alone. */
  int drain(Consumer<Event> consumer) {
    int taken = 0;
    while (taken <= mask) {
      int slot = head.index & mask;
      Event event = slots.getAcquire(slot);
      if (event == null) {
        break;
      }
      slots.setRelease(slot, null);
      head.index++;
      taken++;
      consumer.accept(event);
    }
    return taken;
  }
}
