package invariant.rollup;

import history.Operation;
import history.Outcome;
import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lies in the past of a chain, such as a block and its receipts, is answered the same whenever and wherever it is asked. */
final class AnswersNeverChange implements Invariant {

  @Override
  public String title() {
    return "what is asked twice is answered the same";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Answers();
  }

  private static final class Answers implements Examination {

    /** An answer of null has no digest: the node does not have what is certainly there. */
    private static final String NOTHING = "nothing";
    private static final String NULL_RESULT = "null-result";

    private final Findings findings = new Findings("other answer");
    private final Map<String, Said> first = new HashMap<>();

    private record Said(String digest, String endpoint) {}

    @Override
    public void see(Operation operation) {
      String digest = digest(operation);
      if (digest != null && !operation.entity().isEmpty()) {
        Said said = new Said(digest, operation.answered().path("endpoint").asText());
        Said before = first.putIfAbsent(operation.entity(), said);
        if (before != null) {
          compare(operation, before, said);
        }
      }
    }

    /** Null when it was not answered, or when the answer may be another each time. */
    private static @Nullable String digest(Operation operation) {
      if (operation.outcome() instanceof Outcome.Refused(String code, _)) {
        return code.equals(NULL_RESULT) ? NOTHING : null;
      }
      return operation.ok() && operation.answered().hasNonNull("digest") ? operation.answered().path("digest").asText()
          : null;
    }

    private void compare(Operation operation, Said before, Said said) {
      findings.checked();
      if (!before.digest().equals(said.digest())) {
        findings.broken(0, () -> operation.entity() + ": answered with " + before.digest() + " by " + before.endpoint()
            + ", and with " + said.digest() + " by " + said.endpoint());
      }
    }

    @Override
    public Verdict verdict() {
      return findings.verdict(Findings.count(findings.looks(), "repeated answer") + " to "
          + Findings.count(first.size(), "question") + ", all as before");
    }
  }
}
