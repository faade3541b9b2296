package invariant.workload;

import history.Operation;
import invariant.Findings;
import invariant.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the judge of a workload finds, by the names that anomalies have; the verdict shows at least one of each. */
final class Anomalies {

  private static final int WITNESSES = 10;

  private static final class Found {
    private final List<String> witnesses = new ArrayList<>();
    private long count;
  }

  private final Map<String, Found> found = new LinkedHashMap<>();
  private final Findings findings = new Findings("anomaly");

  /** A fact was looked at. */
  void checked() {
    findings.checked();
  }

  /** So many facts were looked at. */
  void checked(int facts) {
    for (int fact = 0; fact < facts; fact++) {
      findings.checked();
    }
  }

  /** How many facts were looked at so far. */
  long looks() {
    return findings.looks();
  }

  /** Something is not known that could change the answer. */
  void open(Supplier<String> why) {
    findings.open(why);
  }

  /** A fact contradicts the workload for certain; the witness is asked only as long as there is room. */
  void found(String anomaly, Supplier<String> witness) {
    Found same = found.computeIfAbsent(anomaly, _ -> new Found());
    same.count++;
    if (same.witnesses.size() < WITNESSES) {
      same.witnesses.add(anomaly + ": " + witness.get());
    }
  }

  /**
   * The verdict on what was found.
   *
   * @param evidence counts when all is well
   */
  Verdict verdict(String evidence) {
    if (found.isEmpty()) {
      return findings.verdict(evidence);
    }
    String counts = found.entrySet()
        .stream()
        .map(entry -> String.format("%,d %s", entry.getValue().count, entry.getKey()))
        .collect(Collectors.joining(", "));
    List<String> witnesses = new ArrayList<>();
    for (int round = 0; round < WITNESSES; round++) {
      for (Found each : found.values()) {
        if (round < each.witnesses.size() && witnesses.size() < WITNESSES) {
          witnesses.add(each.witnesses.get(round));
        }
      }
    }
    return new Verdict.Broken(found.values().stream().mapToLong(each -> each.count).sum(), counts,
        List.copyOf(witnesses));
  }

  /** An operation, for people: {@code read at index 7 by process 3}. */
  static String name(Operation operation) {
    return operation.kind() + " at index " + operation.invocation().started() + " by process "
        + operation.invocation().process();
  }
}
