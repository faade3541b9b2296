package protocol.engine;

import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/**
 * Puts a request of Gatling's between two actions of ours: one begins its operation, the other ends it.
 *
 * @param settings how the request is kept in the history
 * @param engine what the run's protocols share
 */
record Observing(ObservedSettings settings, Engine engine) {

  /** The first of the three actions. */
  Action around(HttpRequestActionBuilder request, ScenarioContext context, Action next) {
    Place place = new Place(settings.kind(), engine, context.coreComponents(), next);
    Action end = EngineAction.always(place, Observing::end);
    // Throttled before it begins: what waits for its turn has not been asked yet.
    ScenarioContext unthrottled = new ScenarioContext(context.coreComponents(), context.protocolComponentsRegistry(),
        context.pauseType(), false);
    Action send = observed(request).asScala().build(unthrottled, end);
    return new EngineAction(place, context.throttled(), turn -> begin(turn, send, end));
  }

  private HttpRequestActionBuilder observed(HttpRequestActionBuilder request) {
    HttpRequestActionBuilder observed = request.disableFollowRedirect().check(AnswerCheck.CHECKS);
    return settings.repeatable() ? observed
        : observed.sign((unsigned, session) -> Observation.of(session).sign(unsigned));
  }

  private void begin(Turn turn, Action send, Action end) throws ExpressionFailure {
    Asked asked = settings.asking().apply(turn.session());
    Observation observation = Observation.begin(settings, asked, turn, engine.nextOperation());
    Session session = turn.session().set(Observation.KEY, observation).asScala();
    try {
      // Past its own look at whether its block is over, which was taken just now: an operation that has begun is ended.
      send.execute(session);
      observation.handedOver();
    } catch (Throwable e) { // Scala's checked exceptions are not declared; Gatling has told of it
      if (!observation.isEnded()) {
        observation.crashed(e);
        end.$bang(session.markAsFailed());
      }
    }
  }

  private static void end(Turn turn) {
    turn.end(Observation.of(turn.session()).end(turn));
  }
}
