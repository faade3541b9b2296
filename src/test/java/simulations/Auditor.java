package simulations;

import invariant.Invariant;
import java.util.List;
import java.util.function.Supplier;
import lifecycle.Run;
import protocol.audit.Audit;

/** A run, as its audit sees it. */
record Auditor(Supplier<Run> run, Supplier<List<Invariant>> invariants) implements Audit {

  @Override
  public boolean pending() {
    return run.get().pending();
  }

  @Override
  public List<Finding> judge() {
    return run.get()
        .judge(invariants.get())
        .stream()
        .map(row -> new Finding(row.row(), row.good(), row.why()))
        .toList();
  }
}
