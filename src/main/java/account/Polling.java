package account;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks again and again, until what is waited for is there or it is time to give up.
 *
 * @param interval between two looks
 * @param atMost after that it gives up
 */
record Polling(Duration interval, Duration atMost) {

  /** Tells whether what is waited for is there. */
  @FunctionalInterface
  interface Look {
    boolean done() throws IOException;
  }

  /** Looks once at least. Returns false when it gave up. */
  boolean until(Look look) throws IOException {
    long start = System.nanoTime();
    while (!look.done()) {
      if (System.nanoTime() - start > atMost.toNanos()) {
        return false;
      }
      pause(interval);
    }
    return true;
  }

  static void pause(Duration time) throws InterruptedIOException {
    try {
      // Nobody counts down: a pause that an interrupt ends.
      boolean _ = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(
          "interrupted while waiting for the node; payments that are on their way are on record");
    }
  }
}
