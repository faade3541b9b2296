package invariant.retold;

import history.Operation;
import invariant.retold.Scribe.Said;
import java.util.List;
import java.util.Set;

/** A run that speaks a workload's words already. */
final class AsItIs implements Retelling.Teller {

  private static final Set<String> WORDS = Set.of("read", "transfer", "add", "txn", "write", "cas");

  private final Scribe scribe = new Scribe();

  @Override
  public void see(Operation operation) {
    if (WORDS.contains(operation.kind())) {
      scribe.keep(operation, Said.of(operation, operation.kind(), operation.asked(), operation.answered()));
    }
  }

  @Override
  public Retelling tell() {
    return new Retelling(scribe.entries(), List.of());
  }
}
