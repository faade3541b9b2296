package fault;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** Words for people. */
final class Told {

  private Told() {}

  /** For example {@code 1.5 s}. */
  static String seconds(Duration duration) {
    return seconds(duration.toNanos());
  }

  /** The same for nanoseconds. */
  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }

  /** What went wrong. */
  static String why(Throwable thrown) {
    return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
  }

  /** An address without what may be secret in it. */
  static String place(URI url) {
    return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()) + url.getRawPath();
  }
}
