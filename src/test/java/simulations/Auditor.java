package simulations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import history.History;
import invariant.Invariant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import lifecycle.Run;
import protocol.audit.Audit;

/**
 * A run, as its audit sees it.
 *
 * @param run the run
 * @param invariants what must hold
 * @param remarks what the simulation says of a history beside the verdicts, a line each
 */
record Auditor(Supplier<Run> run, Supplier<List<Invariant>> invariants, Function<History, List<String>> remarks)
    implements Audit {

  @Override
  public boolean pending() {
    return run.get().pending();
  }

  @Override
  public List<Finding> judge() {
    List<Finding> findings = run.get()
        .judge(invariants.get())
        .stream()
        .map(row -> new Finding(row.row(), row.good(), row.why()))
        .toList();
    remark();
    return findings;
  }

  private void remark() {
    ArrayNode lines = JsonNodeFactory.instance.arrayNode();
    remarks.apply(run.get().history()).forEach(lines::add);
    if (!lines.isEmpty()) {
      run.get().note("remark", JsonNodeFactory.instance.objectNode().set("lines", lines));
    }
  }
}
