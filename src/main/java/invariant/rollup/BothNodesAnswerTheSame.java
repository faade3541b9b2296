package invariant.rollup;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import history.Outcome;
import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** Of what both nodes must have, each has answered what the other has. */
final class BothNodesAnswerTheSame implements Invariant {

  @Override
  public String title() {
    return "both nodes answer the same";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Comparisons();
  }

  private static final class Comparisons implements Examination {

    private static final String DIFFERENT = "different";
    private static final String ANSWERED = "";

    private final Findings findings = new Findings("difference");
    /** Why nobody could compare what was asked; empty once somebody could. */
    private final Map<String, String> silence = new LinkedHashMap<>();

    @Override
    public void see(Operation operation) {
      if (!operation.asked().hasNonNull("second")) {
        return;
      }
      switch (operation.outcome()) {
        case Outcome.Ok() -> compared(operation);
        case Outcome.Refused(String code, _) when code.equals(DIFFERENT) -> {
          compared(operation);
          findings.broken(0, () -> witness(operation));
        }
        case Outcome.Refused(String code, String message) -> unanswered(operation, code + ", " + message);
        case Outcome.Unknown(String code, String message) -> unanswered(operation, code + ", " + message);
      }
    }

    private void compared(Operation operation) {
      findings.checked();
      silence.put(operation.entity(), ANSWERED);
    }

    private void unanswered(Operation operation, String why) {
      silence.putIfAbsent(operation.entity(), why);
    }

    private static String witness(Operation operation) {
      JsonNode asked = operation.asked();
      JsonNode answered = operation.answered();
      return operation.entity() + ": " + answered.path("path").asText() + " is " + answered.path("first").asText()
          + " at " + asked.path("first").asText() + ", and " + answered.path("second").asText() + " at "
          + asked.path("second").asText();
    }

    @Override
    public Verdict verdict() {
      silence.forEach((entity, why) -> {
        if (!why.equals(ANSWERED)) {
          findings.open(() -> entity + " was never answered by both (" + why + ")");
        }
      });
      return findings.verdict(Findings.count(findings.looks(), "pair") + " of answers to "
          + Findings.count(silence.size(), "question") + ", none that differ");
    }
  }
}
