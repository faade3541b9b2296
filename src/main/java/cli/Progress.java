package cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Tells once in two seconds how far long work has come; short work is not disturbed. */
final class Progress implements LongConsumer {

  private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

  private final PrintWriter err;
  private long last = System.nanoTime();

  Progress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void accept(long written) {
    long now = System.nanoTime();
    if (now - last >= PAUSE) {
      last = now;
      err.printf(Locale.ROOT, "%,d instructions written …%n", written);
      err.flush();
    }
  }
}
