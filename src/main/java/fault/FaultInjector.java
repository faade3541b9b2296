package fault;

import history.Recorder;
import history.RunClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Breaks and heals; the run owns it.
 *
 * <p>Each window has a thread of its own. Whatever was begun is healed: at the end of its window, or when the run ends, however that
 * comes. A heal that fails is tried again, and told. The history gets a note {@code fault} at each step: {@code started}, {@code healed},
 * {@code recovered}, or {@code failed} with the {@code problem}.
 */
public final class FaultInjector implements AutoCloseable {

  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Scene scene;
  private final Map<CompletableFuture<Void>, String> open = new ConcurrentHashMap<>();

  /**
   * An injector that has broken nothing yet, with {@link Patience#standard}.
   *
   * @param recorder where notes go
   * @param tell who is told what happens, line by line
   */
  public FaultInjector(Recorder recorder, RunClock clock, Consumer<String> tell) {
    this(recorder, clock, Patience.standard(), tell);
  }

  /** The same with a patience of its own. */
  public FaultInjector(Recorder recorder, RunClock clock, Patience patience, Consumer<String> tell) {
    this.scene = new Scene(recorder, clock, tell, patience, new CompletableFuture<>());
  }

  /**
   * Breaks something for a while; returns at once.
   *
   * @param duration from when it has begun until it is healed
   * @param ended is told how the window went, on the window's own thread
   */
  public void open(Fault fault, Duration duration, Consumer<FaultWindow> ended) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    open.put(done, fault.title()); // before it begins: close() looks here
    Thread.ofPlatform().daemon().name("fault: " + fault.title()).start(() -> {
      try {
        ended.accept(new FaultCourse(scene, fault, duration).run());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } finally {
        open.remove(done);
        done.complete(null);
      }
    });
  }

  /** Ends all windows at once and waits until they are healed, or given up. Opens no others. */
  @Override
  public void close() {
    scene.over().complete(null);
    Duration patience = scene.patience().heal().plus(scene.patience().attempt()).plus(LAST_WORDS);
    open.forEach((done, title) -> {
      try {
        done.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException _) {
        scene.tell(title, "MAY NOT BE HEALED, look for yourself");
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    });
  }
}
