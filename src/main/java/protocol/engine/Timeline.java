package protocol.engine;

import io.gatling.core.action.Action;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ActionBuilder;
import java.time.Duration;

/** Moments of a run, counted from its zero, that virtual users wait for: what Gatling's own injection and pauses cannot say exactly. */
public final class Timeline {

  private final Engine engine;

  /** The timeline of a run. */
  public Timeline(Engine engine) {
    this.engine = engine;
  }

  /**
   * Holds a user until the run is so old: one timer, nothing blocked, never early; usually less than a millisecond late. A user for
   * whom the moment has passed goes on at once.
   */
  public ActionBuilder await(Expression<Duration> offset) {
    return () -> new io.gatling.core.action.builder.ActionBuilder() {
      @Override
      public Action build(ScenarioContext context, Action next) {
        Place place = new Place("await", engine, context.coreComponents(), next);
        return new EngineAction(place, false, turn -> hold(turn, offset.apply(turn.session())));
      }
    };
  }

  private static void hold(Turn turn, Duration offset) {
    long wait = offset.toNanos() - turn.clock().now();
    if (wait > 0) {
      turn.after(Duration.ofNanos(wait), turn::end);
    } else {
      turn.end();
    }
  }
}
