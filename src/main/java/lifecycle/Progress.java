package lifecycle;

import java.util.Locale;

/** Lines for whoever waits for a run. */
public final class Progress {

  private Progress() {}

  /** Prints a line; the format is that of {@link String#format}. */
  public static void tell(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
