package cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import load.Headway;

/** Tells once in two seconds how far long work has come; short work is not disturbed. */
final class Progress implements Headway {

  private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

  private final PrintWriter err;
  private final LongSupplier nanoTime;
  private long last;

  Progress(PrintWriter err) {
    this(err, System::nanoTime);
  }

  Progress(PrintWriter err, LongSupplier nanoTime) {
    this.err = err;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  @Override
  public void at(String done, long instructions) {
    long now = nanoTime.getAsLong();
    if (now - last >= PAUSE) {
      last = now;
      err.printf(Locale.ROOT, "%,d instructions %s …%n", instructions, done);
      err.flush();
    }
  }
}
