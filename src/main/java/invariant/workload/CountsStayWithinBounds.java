package invariant.workload;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import history.Outcome;
import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/**
 * Of a {@code counter}: it shows at least what was certainly added when it was read, and at most what may have been.
 *
 * <p>What is subtracted counts the other way round. The bounds are those of some moment between the read's beginning and its end.
 */
record CountsStayWithinBounds(WorkloadRules rules) implements Invariant {

  @Override
  public String title() {
    return "counts stay within bounds";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Counts();
  }

  private static final class Counts implements Examination {

    private final Anomalies anomalies = new Anomalies();
    private final Envelope envelope = new Envelope();
    private final LongArrayList started = new LongArrayList();
    private final LongArrayList ended = new LongArrayList();
    private final LongArrayList shown = new LongArrayList();

    @Override
    public void see(Operation operation) {
      switch (operation.kind()) {
        case "add" -> added(operation, operation.asked());
        case "read" -> {
          if (operation.ok()) {
            read(operation, operation.answered());
          }
        }
        default -> {
          // not about counters
        }
      }
    }

    private void added(Operation add, JsonNode amount) {
      if (!amount.isIntegralNumber()) {
        anomalies.open(() -> Anomalies.name(add) + " adds " + amount + ", but a counter's add has a whole number");
      } else if (!(add.outcome() instanceof Outcome.Refused)) {
        envelope.add(amount.longValue(), add.invocation().started(), add.ok() ? add.ended() : Envelope.NEVER);
      }
    }

    private void read(Operation read, JsonNode count) {
      if (count.isIntegralNumber()) {
        started.add(read.invocation().started());
        ended.add(read.ended());
        shown.add(count.longValue());
      } else {
        anomalies.open(() -> Anomalies.name(read) + " shows " + count + ", but a counter's read shows a whole number");
      }
    }

    @Override
    public Verdict verdict() {
      envelope.bounds(started, ended, this::judge);
      return anomalies.verdict(Findings.count(anomalies.looks(), "read") + " within the bounds of "
          + Findings.count(envelope.size(), "addition"));
    }

    private void judge(int read, long least, long most) {
      anomalies.checked();
      long count = shown.getLong(read);
      if (count < least) {
        anomalies.found("too low", () -> "read at index " + started.getLong(read) + " shows " + count
            + ", but at least " + least + " was added");
      } else if (count > most) {
        anomalies.found("too high", () -> "read at index " + started.getLong(read) + " shows " + count
            + ", but at most " + most + " can have been added");
      }
    }
  }
}
