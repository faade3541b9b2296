package lifecycle;

import java.util.Locale;

/** Lines for whoever waits for a run. */
public final class Progress {

  private Progress() {}

  /** Prints a line; the format is that of {@link String#format}. */
  public static void tell(String format, Object... arguments) {
    say(String.format(Locale.ROOT, format, arguments));
  }

  /** Prints a line as it is. */
  public static void say(String line) {
    System.out.println(line);
  }
}
