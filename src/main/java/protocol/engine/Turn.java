package protocol.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import history.Note;
import history.Outcome;
import history.Phase;
import history.Recorder;
import history.RunClock;
import io.gatling.javaapi.core.Session;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One virtual user's passage through one action: report rows, then {@link #end} it, exactly once.
 *
 * <p>Every method may be called from any thread; what it does is done on the user's event loop, in the order of the calls. What a
 * guarded callback throws ends the turn as a KO row, so that the user is never lost. After the run's end all of it is silent.
 */
public final class Turn {

  private static final Logger LOGGER = LoggerFactory.getLogger(Turn.class);

  private final Place place;
  private final Rows rows;
  private final EventLoop loop;
  private final long started;
  private boolean ended;

  Turn(Place place, io.gatling.core.session.Session session) {
    this.place = place;
    this.rows = new Rows(place, session);
    this.loop = session.eventLoop();
    this.started = clock().now();
  }

  /** The user's session as it came in. */
  public Session session() {
    return new Session(rows.session());
  }

  /** The user's event loop. */
  public EventLoop loop() {
    return loop;
  }

  /** The run's clock. */
  public RunClock clock() {
    return place.engine().clock();
  }

  /** Where the run's events go. */
  public Recorder recorder() {
    return place.engine().recorder();
  }

  /** Runs a task on the user's event loop, guarded; at once when already there. */
  public void onLoop(Runnable task) {
    if (loop.isShuttingDown()) {
      return;
    }
    if (loop.inEventLoop()) {
      guard(task::run);
      return;
    }
    loop.execute(() -> guard(task::run));
  }

  /**
   * Runs a task on the user's event loop, guarded, when the delay has passed; never earlier.
   *
   * @return takes the task back: until its time has come it is kept, with all that it refers to
   */
  public Runnable after(Duration delay, Runnable task) {
    if (loop.isShuttingDown()) {
      return () -> {};
    }
    var timer = loop.schedule(() -> onLoop(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> timer.cancel(false);
  }

  /** The same callback, on the user's event loop and guarded. */
  public <T> Consumer<T> guarded(Consumer<T> callback) {
    return value -> onLoop(() -> callback.accept(value));
  }

  /** The same reply, on the user's event loop and guarded. */
  public RpcReply guarded(RpcReply reply) {
    return new RpcReply() {
      @Override
      public void onResponse(RpcResponse response) {
        onLoop(() -> reply.onResponse(response));
      }

      @Override
      public void onFailure(TransportFailure failure) {
        onLoop(() -> reply.onFailure(failure));
      }
    };
  }

  /**
   * Reports a request, before the turn's end. Anything but ok marks the user failed.
   *
   * @param name stable, lower-case, free of data; cut at 100 characters
   * @param startedNanos since the run's zero
   * @param endedNanos since the run's zero
   * @param outcome refused and unknown are KO, with their code and message; the message is cut and freed of ids and amounts
   */
  public void request(String name, long startedNanos, long endedNanos, Outcome outcome) {
    report(() -> rows.request(new Rows.Row(name, startedNanos, endedNanos, outcome)));
  }

  /**
   * Reports the phases of one operation as requests inside a group, whose duration is the wall time from the first phase's start to the
   * last one's end. Anything but ok marks the user failed.
   *
   * @param name the group's name, which comes below the scenario's own groups
   * @param phases in order, at least one
   * @param outcome of the last phase and so of the group; the phases before it were ok, else there would be no last one
   */
  public void group(String name, List<Phase> phases, Outcome outcome) {
    report(() -> rows.group(name, phases, outcome));
  }

  /**
   * Reports requests inside a group, each with an outcome of its own, and at least one: the items of a batch, or the endpoints that
   * were tried. Whether the user is marked failed depends on the outcome of the whole alone.
   */
  public void parts(String name, List<Part> parts, Outcome outcome) {
    report(() -> rows.parts(name, parts, outcome));
  }

  /** Sends the user on, with the given session; it is marked failed when a row of this turn was KO. */
  public void end(Session session) {
    onLoop(() -> {
      if (ended) {
        throw new IllegalStateException("The turn was ended twice");
      }
      leave(session.asScala());
    });
  }

  /** Sends the user on, with the session as it came in; it is marked failed when a row of this turn was KO. */
  public void end() {
    end(session());
  }

  /** Does the action's work for this user; on the event loop. */
  void begin(EngineAction.Passage passage) {
    guard(() -> passage.run(this));
  }

  /** Does something on the event loop, and turns what it throws into the turn's end. */
  void guard(Guarded task) {
    try {
      task.run();
    } catch (ExpressionFailure e) {
      String problem = String.valueOf(e.getMessage());
      crash(problem, () -> rows.crash(problem));
    } catch (Throwable e) { // an Error, too: Netty would take the whole injector down, and anything else the user
      LOGGER.error("'{}' crashed", place.name(), e);
      Outcome outcome = new Outcome.Unknown("crash", e.getClass().getName());
      crash(e.toString(), () -> rows.request(new Rows.Row(place.name(), started, clock().now(), outcome)));
    }
  }

  private void report(Runnable row) {
    onLoop(() -> {
      if (ended) {
        throw new IllegalStateException("A row was reported after the turn's end");
      }
      row.run();
    });
  }

  private void crash(String problem, Runnable row) {
    note(problem);
    if (!ended) {
      row.run();
      leave(rows.session().markAsFailed());
    }
  }

  private void leave(io.gatling.core.session.Session session) {
    ended = true; // first, since the next action may run, and throw, inside the call
    place.next().$bang(rows.settle(session));
  }

  private void note(String problem) {
    var value = JsonNodeFactory.instance.objectNode().put("request", place.name());
    value.put("user", rows.session().userId()).put("problem", problem);
    recorder().record(new Note("crash", clock().now(), value));
  }
}
