package report;

import history.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import report.RunSummary.Window;

/** The windows in which something was broken on purpose, from the notes {@code fault}. */
final class Faults {

  private final List<Growing> windows = new ArrayList<>();

  /** A window that may still become more. */
  private static final class Growing {
    private final String title;
    private final long started;
    private @Nullable Long healed;
    private @Nullable Long recovered;
    private @Nullable String problem;

    Growing(String title, long started) {
      this.title = title;
      this.started = started;
    }

    /** Whether somebody still sees to it. */
    boolean isUnderWay() {
      return problem == null && recovered == null;
    }

    Window window() {
      return new Window(title, started, healed, recovered, problem);
    }
  }

  void accept(Note note) {
    String title = note.value().path("title").asText();
    long ms = TimeUnit.NANOSECONDS.toMillis(note.time());
    switch (note.value().path("state").asText()) {
      case "started" -> windows.add(new Growing(title, ms));
      case "healed" -> first(title, window -> window.healed == null).ifPresent(window -> window.healed = ms);
      case "recovered" -> first(title, window -> window.healed != null).ifPresent(window -> window.recovered = ms);
      case "failed" ->
        first(title, _ -> true).orElseGet(() -> neverBegun(title, ms)).problem = note.value().path("problem").asText();
      default -> {
        // a state that a later version may know
      }
    }
  }

  private Optional<Growing> first(String title, Predicate<Growing> fits) {
    return windows.stream()
        .filter(window -> window.title.equals(title) && window.isUnderWay() && fits.test(window))
        .findFirst();
  }

  private Growing neverBegun(String title, long ms) {
    Growing window = new Growing(title, ms);
    window.healed = ms;
    windows.add(window);
    return window;
  }

  List<Window> windows() {
    return windows.stream().map(Growing::window).toList();
  }
}
