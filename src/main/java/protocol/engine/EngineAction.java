package protocol.engine;

import com.typesafe.scalalogging.Logger;
import io.gatling.core.action.Action;
import io.gatling.core.action.BlockExit;
import io.gatling.core.controller.throttle.Throttler$Command$ThrottledRequest;
import io.gatling.core.session.Session;
import io.netty.channel.EventLoop;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.runtime.BoxedUnit;

/**
 * The one action of ours. Scala's own request actions get their duties from a stack of traits that javac cannot see into; here the
 * duties are written out, so that the compiler checks each line.
 */
final class EngineAction implements Action {

  private static final Logger LOGGER = Logger.apply(LoggerFactory.getLogger(EngineAction.class));

  private final Place place;
  private final boolean throttled;
  private final boolean exits;
  private final Passage passage;

  /** What is done with a user; a {@link Step} that knows its components. */
  @FunctionalInterface
  interface Passage {
    void run(Turn turn) throws ExpressionFailure;
  }

  EngineAction(Place place, boolean throttled, Passage passage) {
    this(place, throttled, true, passage);
  }

  private EngineAction(Place place, boolean throttled, boolean exits, Passage passage) {
    this.place = place;
    this.throttled = throttled && place.core().throttler().isDefined();
    this.exits = exits;
    this.passage = passage;
  }

  /** One that is run even when the user's block is over: the second half of something that was begun. */
  static EngineAction always(Place place, Passage passage) {
    return new EngineAction(place, false, false, passage);
  }

  @Override
  public String name() {
    return place.name();
  }

  /** Scala's {@code action ! session}: a user arrives, from any thread. */
  @Override
  public void $bang(Session session) {
    EventLoop loop = session.eventLoop();
    // Users are not killed at a run's end. One that went on in a loop would keep its event loop from ever shutting down.
    if (loop.isShuttingDown()) {
      return;
    }
    if (!loop.inEventLoop()) {
      loop.execute(() -> $bang(session));
      return;
    }
    Turn turn = new Turn(place, session);
    turn.guard(() -> {
      Option<BlockExit> exit = exits ? BlockExit.mustExit(session) : Option.empty();
      if (exit.isDefined()) {
        exit.get().exitBlock(place.core().statsEngine(), place.core().clock().nowMillis());
      } else if (throttled) {
        throttle(turn, session.scenario());
      } else {
        passage.run(turn);
      }
    });
  }

  /** Unused: {@link #$bang} does what there is to do. */
  @Override
  public void execute(Session session) {
    $bang(session);
  }

  private void throttle(Turn turn, String scenario) {
    place.core().throttler().get().$bang(new Throttler$Command$ThrottledRequest(scenario, () -> {
      turn.onLoop(() -> turn.begin(passage));
      return BoxedUnit.UNIT;
    }));
  }

  @Override
  public Logger logger() {
    return LOGGER;
  }

  /** Scala's way to initialise a trait's field; ours is static. */
  @Override
  public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger logger) {}
}
