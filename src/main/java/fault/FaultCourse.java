package fault;

import history.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One window from its beginning to its end. Blocks, and heals whatever happens. */
final class FaultCourse {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final Scene scene;
  private final Fault fault;
  private final Duration duration;

  FaultCourse(Scene scene, Fault fault, Duration duration) {
    this.scene = scene;
    this.fault = fault;
    this.duration = duration;
  }

  /** Breaks, waits, heals, and sees that it works again. Never throws for a reason of the fault. */
  FaultWindow run() throws InterruptedException {
    long started = scene.clock().now();
    if (scene.over().isDone()) {
      return window(started, cutShort());
    }
    String obstacle = obstacle();
    if (obstacle != null) {
      return window(started, notDone(obstacle));
    }
    scene.note(title(), "started"); // first, so that also a run that is killed meanwhile says so
    scene.tell(title(), "for " + Told.seconds(duration));
    String undone = begin();
    if (undone == null) {
      pause(duration);
    }
    String unhealed = heal();
    FaultWindow window = window(started, Outcome.OK);
    if (unhealed != null) {
      return new FaultWindow(title(), started, window.ended(), new Outcome.Refused("not-healed", unhealed));
    }
    scene.tell(title(), "is healed, " + Told.seconds(window.ended() - started) + " after it began");
    Outcome outcome = undone == null ? recovery(window.ended()) : notDone(undone);
    return new FaultWindow(title(), started, window.ended(), outcome);
  }

  private @Nullable String obstacle() {
    try {
      List<String> problems = fault.problems();
      return problems.isEmpty() ? null : String.join("; ", problems);
    } catch (RuntimeException e) {
      return Told.why(e);
    }
  }

  private @Nullable String begin() throws InterruptedException {
    try {
      Deadline.call(scene.patience().begin(), scene.over(), () -> {
        fault.begin();
        return true;
      });
      return null;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return Told.why(e);
    }
  }

  /** Heals until it is healed, or patience is over: the end of the run is no reason to stop. */
  private @Nullable String heal() {
    long until = scene.clock().now() + scene.patience().heal().toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      String problem = attempt();
      if (problem == null) {
        scene.note(title(), "healed");
        return null;
      }
      if (scene.clock().now() + pause.toNanos() > until) {
        scene.failed(title(), problem);
        scene.tell(title(), "COULD NOT BE HEALED, do it by hand: " + problem);
        return problem;
      }
      scene.tell(title(), "is not healed yet, tried again in " + Told.seconds(pause) + ": " + problem);
      LockSupport.parkNanos(pause.toNanos());
      pause = pause.multipliedBy(2);
    }
  }

  private @Nullable String attempt() {
    try {
      Deadline.call(scene.patience().attempt(), new CompletableFuture<>(), () -> {
        fault.heal();
        return true;
      });
      return null;
    } catch (Exception e) {
      return Told.why(e);
    }
  }

  private Outcome recovery(long healed) throws InterruptedException {
    long until = healed + scene.patience().recovery().toNanos();
    while (!scene.over().isDone()) {
      if (works()) {
        scene.note(title(), "recovered");
        scene.tell(title(), "has recovered, " + Told.seconds(scene.clock().now() - healed) + " later");
        return Outcome.OK;
      }
      if (scene.clock().now() > until) {
        String problem = "it does not work again within " + Told.seconds(scene.patience().recovery());
        scene.failed(title(), problem);
        scene.tell(title(), "is healed, but " + problem);
        return new Outcome.Refused("not-recovered", problem);
      }
      pause(scene.patience().look());
    }
    return cutShort();
  }

  private boolean works() throws InterruptedException {
    try {
      return Deadline.call(scene.patience().attempt(), scene.over(), fault::recovered);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception _) {
      return false;
    }
  }

  /** Waits so long, or until the run ends. */
  private void pause(Duration time) throws InterruptedException {
    try {
      scene.over().get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      // the time is over
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Outcome notDone(String problem) {
    scene.failed(title(), problem);
    scene.tell(title(), "could not be done: " + problem);
    return new Outcome.Refused("not-done", problem);
  }

  private static Outcome cutShort() {
    return new Outcome.Unknown("cut-short", "the run ended first");
  }

  private FaultWindow window(long started, Outcome outcome) {
    return new FaultWindow(title(), started, scene.clock().now(), outcome);
  }

  private String title() {
    return fault.title();
  }
}
