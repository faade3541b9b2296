package protocol.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatling.core.action.Action;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A request of Gatling's own HTTP DSL that is kept in the history as an operation.
 *
 * <p>The operation's outcome is what the answer says: 2xx is ok; 4xx is refused ({@code status-404} …), and so is back-pressure (429, and 503
 * with {@code Retry-After}; code {@code back-pressure}); everything else is unknown: 5xx and 3xx ({@code status-502} …), no answer ({@code
 * no-response}), an answer that {@link #answering} cannot read ({@code wrong-answer}). One that could not be built is refused ({@code
 * not-sent}). Whether Gatling's row is good is another matter: {@link #expecting} says so, and the request's own checks do, which leave the
 * history alone.
 *
 * <p>Redirects are not followed. A request is not sent twice, unless it is {@link #repeatable}; for that it is signed, which takes the place
 * of a signature of its own. Gatling's cache must be off ({@code http.disableCaching()}), or an answer out of it is an operation that was not
 * sent. Immutable: each setting gives another one.
 */
public final class Observed implements ActionBuilder {

  private final ObservedSettings settings;
  private final HttpRequestActionBuilder request;
  private final Function<ScenarioContext, Engine> engine;

  private Observed(ObservedSettings settings, HttpRequestActionBuilder request,
      Function<ScenarioContext, Engine> engine) {
    this.settings = settings;
    this.request = request;
    this.engine = engine;
  }

  /** An operation of the given kind, about nothing in particular, expected to succeed. */
  static Observed of(String kind, HttpRequestActionBuilder request, Function<ScenarioContext, Engine> engine) {
    return new Observed(ObservedSettings.of(kind), request, engine);
  }

  /** The address that was asked for, for the URL of a request: {@code http("buy").post(Observed::address)}. */
  public static String address(Session session) {
    return Observation.of(session).asked().address();
  }

  /** What it is asked about: Gatling EL. */
  public Observed about(String entity) {
    Expression<String> about = Expression.text(entity);
    Expression<Asked> before = settings.asking();
    return with(settings.asking(session -> {
      Asked asked = before.apply(session);
      return new Asked(about.apply(session), asked.data(), asked.address());
    }));
  }

  /** The request's data, as the history keeps it. */
  public Observed asking(Expression<ObjectNode> data) {
    Expression<Asked> before = settings.asking();
    return with(settings.asking(session -> before.apply(session).with(data.apply(session))));
  }

  /** Everything about what is asked at once, evaluated once per request. */
  public Observed asked(Expression<Asked> all) {
    return with(settings.asking(all));
  }

  /** What the history keeps of a successful answer's JSON; what the function throws makes the answer a wrong one. */
  public Observed answering(Function<JsonNode, JsonNode> reading) {
    return with(settings.reading(reading));
  }

  /** Saves a field of what {@link #answering} gives in the session: texts, whole numbers as {@link Long}, flags. */
  public Observed saving(String field, String key) {
    Map<String, String> saved = new HashMap<>(settings.saved());
    saved.put(field, key);
    return with(settings.saved(Map.copyOf(saved)));
  }

  /** What makes Gatling's row good; {@link Expectation#SUCCESS} unless told otherwise. A request without an answer is KO in any case. */
  public Observed expecting(Expectation expectation) {
    return with(settings.expectation(expectation));
  }

  /** Back-pressure is good: a target that says when it has too much to do behaves well. It is counted by its code all the same. */
  public Observed allowingBackPressure() {
    return with(settings.patient(true));
  }

  /** A part of the warm-up: outside of histograms, accounting and gates, and its kind begins with {@code warm-up: }. */
  public Observed unmeasured() {
    return with(settings.unmeasured());
  }

  /** A read: Gatling's client may send it again when a kept-alive connection has gone. */
  public Observed repeatable() {
    return with(settings.repeatable(true));
  }

  private Observed with(ObservedSettings other) {
    return new Observed(other, request, engine);
  }

  @Override
  public io.gatling.core.action.builder.ActionBuilder asScala() {
    return new io.gatling.core.action.builder.ActionBuilder() {
      @Override
      public Action build(ScenarioContext context, Action next) {
        return new Observing(settings, engine.apply(context)).around(request, context, next);
      }
    };
  }
}
