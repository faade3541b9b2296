package protocol.engine;

import history.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What makes a request's row in Gatling's report good. It says nothing about the history, where an operation's outcome is what the answer
 * says it is.
 */
@FunctionalInterface
public interface Expectation {

  /** It happens: 2xx, and an answer that makes sense. */
  Expectation SUCCESS = answer -> answer.outcome() instanceof Outcome.Ok ? null : told(answer);

  /** It is refused for a reason: 4xx, but not because the target has too much to do. */
  Expectation REFUSAL = answer -> switch (answer.outcome()) {
    case Outcome.Refused _ -> answer.isBackPressure() ? told(answer) : null;
    case Outcome.Ok _ -> "not-refused: status " + answer.status();
    case Outcome.Unknown _ -> told(answer);
  };

  /** The target decides: it happens, or it is refused for a reason. */
  Expectation DECISION = answer -> answer.outcome() instanceof Outcome.Unknown || answer.isBackPressure() ? told(answer)
      : null;

  /** What is wrong with an answer; null when nothing is. Without ids and amounts: it becomes a row in the table of errors. */
  @Nullable
  String complaint(HttpAnswer answer);

  /** What came of it, as a complaint. */
  static String told(HttpAnswer answer) {
    return switch (answer.outcome()) {
      case Outcome.Ok _ -> "status " + answer.status();
      case Outcome.Refused(String code, String message) -> Wording.message(code + ": " + message);
      case Outcome.Unknown(String code, String message) -> Wording.message(code + ": " + message);
    };
  }
}
