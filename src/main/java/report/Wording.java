package report;

import java.util.Locale;
import report.RunSummary.Settled;
import report.RunSummary.Window;

/** What the screen and the page say in the same words. */
final class Wording {

  private Wording() {}

  /** For example {@code order stopped from 10.0 s for 10.3 s, worked again 1.2 s later}. */
  static String fault(Window window) {
    return window.title() + " from " + seconds(window.startedMs()) + course(window);
  }

  /** The same without the title and the beginning. */
  static String course(Window window) {
    Long healed = window.healedMs();
    if (healed == null) {
      return ": NOT HEALED" + (window.problem() == null ? "" : ", " + window.problem());
    }
    Long recovered = window.recoveredMs();
    String lasted = " for " + seconds(healed - window.startedMs());
    if (window.problem() != null) {
      return lasted + ": FAILED, " + window.problem();
    }
    return lasted
        + (recovered == null ? ", not seen to work again" : ", worked again " + seconds(recovered - healed) + " later");
  }

  /** For example {@code time to consistency 0.8 s, seen by 2 rounds over 120 entities}. */
  static String settled(Settled settled) {
    String reads = settled.rounds() + " rounds over " + settled.entities() + " entities";
    return settled.complete() ? "time to consistency " + seconds(settled.ms()) + ", seen by " + reads
        : "NOT SETTLED, no two in a row of " + reads + " agreed";
  }

  private static String seconds(long ms) {
    return String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
  }
}
