package invariant.workload;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import history.Outcome;
import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;

/** Of a {@code set}: an element whose addition was acknowledged is in every later read, at least in the end. */
record AddedElementsAreRead(WorkloadRules rules) implements Invariant {

  @Override
  public String title() {
    return "added elements are read";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Reads(rules.linearizable());
  }

  private static final class Reads implements Examination {

    private final Anomalies anomalies = new Anomalies();
    private final Elements elements = new Elements();
    private final boolean linearizable;
    private long lastRead = -1;
    private long stale;

    Reads(boolean linearizable) {
      this.linearizable = linearizable;
    }

    @Override
    public void see(Operation operation) {
      switch (operation.kind()) {
        case "add" -> added(operation);
        case "read" -> {
          if (operation.ok()) {
            read(operation, operation.answered());
          }
        }
        default -> {
          // not about sets
        }
      }
    }

    private void added(Operation add) {
      int element = elements.number(0, add.asked());
      switch (add.outcome()) {
        case Outcome.Ok() -> elements.acknowledged(element, add.invocation().started(), add.ended());
        case Outcome.Unknown _ -> elements.attempted(element, add.invocation().started());
        case Outcome.Refused _ -> elements.refused(element, add.ended());
      }
    }

    private void read(Operation read, JsonNode shown) {
      if (!shown.isArray()) {
        anomalies.open(() -> Anomalies.name(read) + " shows " + shown + ", but a set's read shows a list of elements");
        return;
      }
      elements.begin();
      for (JsonNode each : shown) {
        if (!elements.shown(elements.number(0, each), read.invocation().started(), read.ended())) {
          anomalies.found("duplicated", () -> Anomalies.name(read) + " shows " + each + " twice");
        }
      }
      elements.end(0, read.invocation().started());
      lastRead = Math.max(lastRead, read.invocation().started());
    }

    @Override
    public Verdict verdict() {
      for (int element = 0; element < elements.size(); element++) {
        judge(element);
      }
      String acknowledged = Findings.count(anomalies.looks(), "acknowledged element");
      return anomalies
          .verdict(stale == 0 ? acknowledged + " read" : acknowledged + " read in the end, " + stale + " of them late");
    }

    private void judge(int element) {
      if (elements.seen(element) && !elements.asked(element)) {
        boolean refused = elements.isRefused(element);
        anomalies.found(refused ? "resurrected" : "unexpected", () -> elements.name(element) + " was read, but "
            + (refused ? "its addition was refused" : "nobody added it"));
      } else if (elements.seenTooEarly(element)) {
        anomalies.found("unexpected", () -> elements.name(element) + " was read before anybody added it");
      }
      if (elements.isAcknowledged(element)) {
        if (lastRead < elements.acknowledged(element)) {
          anomalies.open(() -> "nothing was read after " + elements.name(element) + " was added");
          return;
        }
        anomalies.checked();
      }
      if (elements.lost(element)) {
        anomalies.found("lost", () -> elements.name(element) + " is not in the read at index "
            + elements.absent(element) + ", nor in a later one" + elements.history(element));
      } else if (elements.absent(element) >= 0) {
        stale++;
        if (linearizable) {
          anomalies.found("stale", () -> elements.name(element) + " is not in the read at index "
              + elements.absent(element) + elements.history(element));
        }
      }
    }
  }
}
