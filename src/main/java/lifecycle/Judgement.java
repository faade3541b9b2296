package lifecycle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.History;
import invariant.Court;
import invariant.Invariant;
import invariant.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import report.Counts;
import report.RunSummary;

/** The end of a run: each invariant's verdict and each gate, kept in the history and handed out as rows. */
public final class Judgement {

  /**
   * One thing judged.
   *
   * @param row its row in the report, stable and free of data
   * @param good whether it holds
   * @param why one line for people
   */
  public record Row(String row, boolean good, String why) {}

  private static final String NO_CRASH = "no virtual user crashed";
  private static final String ALL_STARTED = "everything scheduled was started";
  private static final String ALL_ENDED = "everything started has ended";
  private static final String BALANCED = "the accounts balance";
  private static final String NOTHING_LOST = "nothing was lost from the journal";
  private static final String ALL_HEALED = "every fault was done and healed";
  private static final List<String> GATES = List.of(NO_CRASH, ALL_STARTED, ALL_ENDED, BALANCED, NOTHING_LOST,
      ALL_HEALED);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Run run;
  private final List<Invariant> invariants;

  Judgement(Run run, List<Invariant> invariants) {
    this.run = run;
    this.invariants = invariants;
  }

  /** The rows that a judged run has, good or bad. */
  public static List<String> rows(List<Invariant> invariants) {
    return Stream.concat(invariants.stream().map(Judgement::row), GATES.stream().map(gate -> "gate: " + gate)).toList();
  }

  private static String row(Invariant invariant) {
    return "invariant: " + invariant.title();
  }

  /** Judges all, invariants first. */
  List<Row> judge(History history) {
    List<Row> rows = new ArrayList<>();
    List<Verdict> verdicts = Court.judge(invariants, history);
    for (int i = 0; i < invariants.size(); i++) {
      Invariant invariant = invariants.get(i);
      Verdict verdict = verdicts.get(i);
      run.note("verdict", json(invariant, verdict));
      rows.add(new Row(row(invariant), verdict instanceof Verdict.Holds, summary(verdict)));
    }
    gates(run.summary()).forEach(gate -> {
      run.note("gate", JSON.objectNode().put("title", gate.row()).put("holds", gate.good()).put("why", gate.why()));
      rows.add(new Row("gate: " + gate.row(), gate.good(), gate.why()));
    });
    return rows;
  }

  private List<Row> gates(RunSummary summary) {
    long unended = summary.accounting().total().codes().getOrDefault(Counts.UNENDED, 0L);
    List<String> broken = summary.accounting().broken();
    return List.of(new Row(NO_CRASH, summary.crashes().count() == 0, summary.crashes().count() + " crashes"),
        started(summary), new Row(ALL_ENDED, unended == 0, unended + " without an end"),
        new Row(BALANCED, broken.isEmpty(), broken.isEmpty() ? "all is accounted for" : String.join("; ", broken)),
        new Row(NOTHING_LOST, run.lost() == 0, run.lost() + " events lost"), healed(summary.faults()));
  }

  /** Of each kind: what is too much of one does not make up for what another lacks. */
  private static Row started(RunSummary summary) {
    long started = summary.accounting().total().started();
    List<Counts> planned = summary.requests()
        .stream()
        .map(RunSummary.Request::counts)
        .filter(counts -> counts.scheduled() != null)
        .toList();
    if (planned.isEmpty()) {
      return new Row(ALL_STARTED, started > 0, started + " started");
    }
    long missing = planned.stream().mapToLong(counts -> Math.max(0, scheduled(counts) - counts.started())).sum();
    long scheduled = planned.stream().mapToLong(Judgement::scheduled).sum();
    return new Row(ALL_STARTED, started > 0 && missing == 0, (scheduled - missing) + " of " + scheduled + " started");
  }

  private static long scheduled(Counts counts) {
    return counts.scheduled() == null ? 0 : counts.scheduled();
  }

  private static Row healed(List<RunSummary.Window> faults) {
    long well = faults.stream().filter(RunSummary.Window::isWell).count();
    long open = faults.stream().filter(fault -> fault.healedMs() == null && fault.problem() == null).count();
    String why = well + " of " + faults.size() + " faults" + (open == 0 ? "" : ", " + open + " not over yet");
    return new Row(ALL_HEALED, well == faults.size(), faults.isEmpty() ? "nothing was broken on purpose" : why);
  }

  private static String summary(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Holds holds -> holds.evidence();
      case Verdict.Broken broken -> broken.summary();
      case Verdict.Undetermined open -> open.why();
    };
  }

  private static ObjectNode json(Invariant invariant, Verdict verdict) {
    ObjectNode json = JSON.objectNode().put("title", invariant.title());
    json.put("summary", summary(verdict));
    switch (verdict) {
      case Verdict.Holds holds -> json.put("verdict", "holds").put("checked", holds.checked());
      case Verdict.Broken broken -> {
        json.put("verdict", "broken").put("count", broken.count());
        broken.witnesses().forEach(json.putArray("witnesses")::add);
      }
      case Verdict.Undetermined _ -> json.put("verdict", "undetermined");
    }
    return json;
  }
}
