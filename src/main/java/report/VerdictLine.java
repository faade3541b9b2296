package report;

import java.util.ArrayList;
import java.util.List;

/** The verdict over a whole run, in one line. */
final class VerdictLine {

  static final String COMPLETED = "completed";
  static final String GOOD = "nothing was lost";

  private VerdictLine() {}

  /** {@link #GOOD}, or everything that speaks against it. */
  static String of(Findings findings, Counts total, List<String> unbalanced) {
    List<String> against = new ArrayList<>();
    long broken = findings.verdicts().stream().filter(judged -> judged.verdict().equals("broken")).count();
    long open = findings.verdicts().stream().filter(judged -> !judged.holds()).count() - broken;
    long gates = findings.gates().stream().filter(gate -> !gate.holds()).count();
    long failed = findings.faults().stream().filter(window -> !window.isWell()).count();
    count(against, broken, "invariant broken", "invariants broken");
    count(against, open, "invariant undetermined", "invariants undetermined");
    count(against, gates, "gate does not hold", "gates do not hold");
    count(against, failed, "fault failed", "faults failed");
    count(against, unbalanced.size(), "account does not balance", "accounts do not balance");
    count(against, total.dropped(), "operation given up", "operations given up");
    count(against, findings.crashes().count(), "crash", "crashes");
    count(against, findings.completeness().lost(), "event lost from the journal", "events lost from the journal");
    if (total.started() == 0) {
      against.add("nothing was asked of the target");
    }
    if (findings.verdicts().isEmpty()) {
      against.add("no invariant was judged");
    }
    if (!findings.end().equals(COMPLETED)) {
      against.add("the run was not completed (" + findings.end() + ")");
    }
    return against.isEmpty() ? GOOD : String.join(", ", against);
  }

  private static void count(List<String> against, long count, String one, String many) {
    if (count > 0) {
      against.add(count + " " + (count == 1 ? one : many));
    }
  }
}
