package protocol.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a request is kept in the history.
 *
 * @param kind of the operation
 * @param asking what is asked
 * @param reading the answer's JSON as the history keeps it; null when nobody wants to know
 * @param saved session keys by the field of what was read
 * @param expectation what makes the row good
 * @param measured false for a warm-up
 * @param patient whether back-pressure is good
 * @param repeatable whether the request may be sent twice
 */
record ObservedSettings(String kind, Expression<Asked> asking, @Nullable Function<JsonNode, JsonNode> reading,
    Map<String, String> saved, Expectation expectation, boolean measured, boolean patient, boolean repeatable) {

  static ObservedSettings of(String kind) {
    Asked nothing = Asked.about("");
    return new ObservedSettings(kind, _ -> nothing, null, Map.of(), Expectation.SUCCESS, true, false, false);
  }

  ObservedSettings asking(Expression<Asked> other) {
    return new ObservedSettings(kind, other, reading, saved, expectation, measured, patient, repeatable);
  }

  ObservedSettings reading(Function<JsonNode, JsonNode> other) {
    return new ObservedSettings(kind, asking, other, saved, expectation, measured, patient, repeatable);
  }

  ObservedSettings saved(Map<String, String> other) {
    return new ObservedSettings(kind, asking, reading, other, expectation, measured, patient, repeatable);
  }

  ObservedSettings expectation(Expectation other) {
    return new ObservedSettings(kind, asking, reading, saved, other, measured, patient, repeatable);
  }

  ObservedSettings unmeasured() {
    return new ObservedSettings(kind, asking, reading, saved, expectation, false, patient, repeatable);
  }

  ObservedSettings patient(boolean other) {
    return new ObservedSettings(kind, asking, reading, saved, expectation, measured, other, repeatable);
  }

  ObservedSettings repeatable(boolean other) {
    return new ObservedSettings(kind, asking, reading, saved, expectation, measured, patient, other);
  }
}
