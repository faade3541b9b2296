package invariant.retold;

import history.History;
import history.Note;
import history.Operation;
import history.jepsen.Entry;
import invariant.Onlooker;
import invariant.workload.Workload;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run, told in the words of a workload.
 *
 * @param entries in the order of their times
 * @param remarks what is not in it, or not known, and why; one line each
 */
public record Retelling(List<Entry> entries, List<String> remarks) {

  public Retelling {
    entries = List.copyOf(entries);
    remarks = List.copyOf(remarks);
  }

  /** Tells a run when all of it has been seen. */
  interface Teller extends Onlooker {

    /** Everything, in the workload's words. */
    Retelling tell();
  }

  /**
   * Retells a run: one of checkouts as a bank, a set or lists; any other must speak the workload's words already. What is told is kept in
   * memory.
   */
  public static Retelling of(History run, Workload workload) {
    Teller teller = switch (workload) {
      case BANK -> new CheckoutsAsBank();
      case SET -> new CartsAsSet();
      case LIST_APPEND -> new CartsAsLists();
      case COUNTER, REGISTER -> new AsItIs();
    };
    Retelling retelling = through(run, teller);
    return retelling.entries().isEmpty() ? through(run, new AsItIs()) : retelling;
  }

  private static Retelling through(History run, Teller teller) {
    try (Stream<?> events = run.everything()) {
      events.forEach(event -> {
        switch (event) {
          case Operation operation -> teller.see(operation);
          case Note note -> teller.see(note);
          default -> {
            // its operation comes when it has ended
          }
        }
      });
    }
    return teller.tell();
  }
}
