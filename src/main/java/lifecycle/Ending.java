package lifecycle;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The end of a run: it comes once, however many ask for it, and a process that is told to stop lasts until it is over.
 *
 * <p>Closing takes seconds. The JVM halts when its last hook returns, whatever other threads are doing then: so the hook waits for an end
 * that somebody else has begun.
 */
final class Ending {

  private final Consumer<String> end;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "run-interrupted");

  /** An end that is given the reason for it. */
  Ending(Consumer<String> end) {
    this.end = end;
  }

  /** From here on an interrupted or terminated process comes to its end as well. */
  void watch() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Comes to the end, and returns when it is over; returns at once when somebody else has begun with it. */
  void come(String reason) {
    if (begun.compareAndSet(false, true)) {
      try {
        end.accept(reason);
      } finally {
        over.countDown();
      }
      unhook();
    }
  }

  private void interrupted() {
    come("interrupted");
    try {
      over.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void unhook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // the process is on its way out, and the hook at work
    }
  }
}
