package protocol.engine;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets a limited number of an event loop's requests be under way at one time; the others wait in line, which counts as their time.
 *
 * <p>Each request under way has a connection. A target that falls behind would be given ever more of them, until the process has no ports
 * and no files left, not even to load a class from. Confined to the event loop.
 */
final class Doorway {

  private final int room;
  private final Queue<Exchange> line = new ArrayDeque<>();
  private int inside;
  private boolean admitting;

  /** A door to a room for so many. */
  Doorway(int room) {
    this.room = room;
  }

  /** Sends a request as soon as there is room. */
  void enter(Exchange exchange) {
    line.add(exchange);
    admit();
  }

  /** A request has its answer, or has failed. */
  void leave() {
    inside--;
    admit();
  }

  /** A loop, since a request may fail within its own sending. */
  private void admit() {
    if (admitting) {
      return;
    }
    admitting = true;
    try {
      while (inside < room && !line.isEmpty()) {
        inside++;
        line.remove().send();
      }
    } finally {
      admitting = false;
    }
  }
}
