package protocol.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Note;
import history.Operation;
import history.Outcome;
import io.gatling.http.client.Request;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One operation that Gatling's HTTP client carries out, from its beginning to its end. Travels in the session; confined to the event loop. */
final class Observation {

  /** Session key. */
  static final String KEY = "broadside.observed";

  private static final String WHY_NOT_SENT = "the request could not be built (see the errors), or Gatling answered it from its cache"
      + " (then say disableCaching())";
  private static final Outcome NOT_SENT = new Outcome.Refused("not-sent",
      "the request could not be built; see the errors");
  private static final Outcome NO_RESPONSE = new Outcome.Unknown("no-response", "see the errors of the report");

  private final ObservedSettings settings;
  private final Asked asked;
  private final Invocation invocation;
  private Outcome outcome = NO_RESPONSE;
  private JsonNode answered = NullNode.getInstance();
  private boolean handedOver;
  private boolean written;
  private boolean ended;

  private Observation(ObservedSettings settings, Asked asked, Invocation invocation) {
    this.settings = settings;
    this.asked = asked;
    this.invocation = invocation;
  }

  /** Begins an operation, and says so in the history. */
  static Observation begin(ObservedSettings settings, Asked asked, Turn turn, long id) {
    long now = turn.clock().now();
    String kind = settings.measured() ? settings.kind() : "warm-up: " + settings.kind();
    Invocation invocation = new Invocation(id, turn.session().userId(), kind, asked.entity(), settings.measured(), now,
        now, now, asked.data());
    turn.recorder().record(invocation);
    return new Observation(settings, asked, invocation);
  }

  /** The operation that a user is in the middle of. */
  static Observation of(Session session) {
    Observation observation = session.get(KEY);
    if (observation == null) {
      throw new IllegalStateException("nothing is observed here");
    }
    return observation;
  }

  Asked asked() {
    return asked;
  }

  /** Gatling's HTTP client has the request, or it could not be built. */
  void handedOver() {
    handedOver = true;
  }

  /** Something has gone wrong on the way to the client, or within. */
  void crashed(Throwable thrown) {
    handedOver = true;
    outcome = new Outcome.Unknown("crash", thrown.getClass().getName());
  }

  /**
   * Called each time that the request is about to be written. Gatling's client does that a second time when a kept-alive connection breaks
   * before an answer; what may change something must not be sent twice: it ends as something that may have happened.
   */
  Request sign(Request request) {
    if (written) {
      throw new IllegalStateException("the connection broke before an answer");
    }
    written = true;
    return request;
  }

  /** The answer is there: what is wrong with it for Gatling's report, null when nothing is. */
  @Nullable
  String take(HttpAnswer answer) {
    var reading = settings.reading();
    HttpAnswer understood = reading == null ? answer : answer.read(reading);
    outcome = understood.outcome();
    answered = understood.answered();
    return understood.isBackPressure() && settings.patient() ? null : settings.expectation().complaint(understood);
  }

  boolean isEnded() {
    return ended;
  }

  /** Ends the operation in the history; the user's session without it, and with what is saved of the answer. */
  Session end(Turn turn) {
    // The client answers later, never within the call that hands a request over: then there was none.
    Outcome end = handedOver ? outcome : NOT_SENT;
    Operation operation = invocation.ended(turn.clock().now(), List.of(), end, answered);
    turn.recorder().record(operation);
    ended = true;
    Session session = turn.session().remove(KEY);
    if (end == NOT_SENT) {
      turn.recorder().record(new Note("crash", operation.ended(), notSent(operation)));
    } else if (operation.ok()) {
      for (Map.Entry<String, String> saved : settings.saved().entrySet()) {
        session = session.set(saved.getValue(), plain(answered.path(saved.getKey())));
      }
    }
    return session;
  }

  private static JsonNode notSent(Operation operation) {
    return JsonNodeFactory.instance.objectNode()
        .put("request", operation.kind())
        .put("user", operation.invocation().process())
        .put("problem", WHY_NOT_SENT);
  }

  /** As Gatling's expressions like it. */
  private static Object plain(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> value.textValue();
      case BOOLEAN -> value.booleanValue();
      case NUMBER -> value.isIntegralNumber() ? (Object) value.longValue() : (Object) value.doubleValue();
      case ARRAY, OBJECT, BINARY, POJO, NULL, MISSING -> value;
    };
  }
}
