package invariant;

import history.Event;
import history.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where all judges of a run sit together: the history is read once, however many there are. */
public final class Court {

  private final Map<Class<?>, Seat<?>> books = new LinkedHashMap<>();
  private final List<Bench> benches = new ArrayList<>();

  private Court(List<Invariant> invariants) {
    invariants.forEach(invariant -> benches.add(new Bench(invariant)));
  }

  /**
   * Judges a finished run. Never throws: a judge that crashes has decided nothing, and takes no other down.
   *
   * @return a verdict for each invariant, in their order
   */
  public static List<Verdict> judge(List<Invariant> invariants, History history) {
    Court court = new Court(invariants);
    try (Stream<Event> events = history.everything()) {
      events.forEach(court::show);
    } catch (RuntimeException e) {
      return invariants.stream().<Verdict>map(_ -> undetermined("the history cannot be read", e)).toList();
    }
    return court.benches.stream().map(Bench::verdict).toList();
  }

  private void show(Event event) {
    books.values().forEach(book -> book.show(event));
    benches.forEach(bench -> bench.show(event));
  }

  private static Verdict undetermined(String why, @Nullable RuntimeException e) {
    return new Verdict.Undetermined(why + ": " + e);
  }

  /** One judge, what it knows, and what it sees itself. */
  private final class Bench {

    private final Evidence evidence = new Evidence(books);
    private @Nullable Seat<Examination> seat;
    private @Nullable RuntimeException crash;

    Bench(Invariant invariant) {
      try {
        seat = new Seat<>(invariant.examine(evidence));
      } catch (RuntimeException e) {
        crash = e;
      }
    }

    void show(Event event) {
      if (seat != null) {
        seat.show(event);
      }
    }

    Verdict verdict() {
      if (evidence.crash() != null) {
        return undetermined("the judge's books crashed", evidence.crash());
      }
      RuntimeException early = seat == null ? crash : seat.crash();
      if (seat == null || early != null) {
        return undetermined("the judge crashed", early);
      }
      try {
        return seat.onlooker().verdict();
      } catch (RuntimeException e) {
        return undetermined("the judge crashed", e);
      }
    }
  }
}
