package fault;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls what may block on a thread of its own, and gives it up when its time is over. */
final class Deadline {

  /** How long who was interrupted is waited for: what goes on in the background must not undo what comes next. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private Deadline() {}

  /**
   * What the call returns.
   *
   * @param patience how long it may take
   * @param over gives the call up as soon as it is done
   * @throws Exception what the call throws; {@link IOException} when it takes too long; {@link CancellationException} when all is over
   */
  static boolean call(Duration patience, CompletableFuture<Void> over, Callable<Boolean> call) throws Exception {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Thread thread = Thread.ofPlatform().daemon().name("fault call").start(() -> {
      try {
        done.complete(call.call());
      } catch (Throwable e) { // an Error, too: somebody waits for an answer
        done.completeExceptionally(e);
      }
    });
    try {
      CompletableFuture.anyOf(done, over).get(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (done.isDone()) {
        return done.get();
      }
      throw new CancellationException("the run ended meanwhile");
    } catch (TimeoutException _) {
      throw new IOException("it took longer than " + Told.seconds(patience));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      end(thread);
    }
  }

  private static void end(Thread thread) throws InterruptedException {
    if (thread.isAlive()) {
      thread.interrupt();
      thread.join(GRACE);
    }
  }
}
