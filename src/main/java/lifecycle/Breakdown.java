package lifecycle;

import java.lang.reflect.InvocationTargetException;
import java.util.function.Consumer;

/**
 * The end of a run that did not come to start, or broke down on its way: all is closed, and the reason is told.
 *
 * <p>Gatling hands such an error up to the top of its main thread, where Java would print its trace, and then wait for the threads of
 * what is still open.
 */
public final class Breakdown implements Thread.UncaughtExceptionHandler {

  private final Consumer<String> close;

  private Breakdown(Consumer<String> close) {
    this.close = close;
  }

  /**
   * Sees to what this thread throws from here on.
   *
   * @param close closes everything that is open; is given a short reason
   */
  public static void watch(Consumer<String> close) {
    Thread.currentThread().setUncaughtExceptionHandler(new Breakdown(close));
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    Throwable reason = reason(thrown);
    close.accept("broken down: " + reason.getClass().getSimpleName());
    if (reason instanceof PreflightFailed) {
      System.err.println(reason.getMessage());
    } else {
      System.err.println("The run broke down: " + reason);
      reason.printStackTrace();
    }
  }

  /** What our own code threw: a simulation is made by reflection. */
  private static Throwable reason(Throwable thrown) {
    return thrown instanceof InvocationTargetException && thrown.getCause() != null ? reason(thrown.getCause())
        : thrown;
  }
}
