package protocol.engine;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets a limited number of an event loop's requests look for a connection at one time; the others wait in line.
 *
 * <p>After a stall thousands of requests are due at once. Without a door each would open a connection of its own, which costs far more
 * than the request and makes the next stall longer; in line, most of them find a connection that others have left. It limits neither
 * requests under way nor connections: a request has gone through as soon as it is written. Confined to the event loop.
 */
final class Doorway {

  private static final int AT_A_TIME = 64;

  private final Queue<Exchange> line = new ArrayDeque<>();
  private int inside;
  private boolean admitting;

  /** Sends a request as soon as there is room. */
  void enter(Exchange exchange) {
    line.add(exchange);
    admit();
  }

  /** A request has been written, or has failed before. */
  void leave() {
    inside--;
    admit();
  }

  /** A loop, since a request that is sent at once leaves within its own sending. */
  private void admit() {
    if (admitting) {
      return;
    }
    admitting = true;
    try {
      while (inside < AT_A_TIME && !line.isEmpty()) {
        inside++;
        line.remove().send();
      }
    } finally {
      admitting = false;
    }
  }
}
