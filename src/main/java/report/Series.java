package report;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * One row of latencies.
 *
 * @param kind the request's name
 * @param phase {@link #TOTAL} for the operation as a whole, else the name of one of its phases
 * @param measure {@link #SERVICE}, {@link #RESPONSE}, {@link #LAG} or {@link #GATED}
 */
record Series(String kind, String phase, String measure) implements Comparable<Series> {

  static final String TOTAL = "total";
  /** From the real send to the end. */
  static final String SERVICE = "service";
  /** From the intended start to the end: free of coordinated omission. */
  static final String RESPONSE = "response";
  /** How late the injector was. */
  static final String LAG = "lag";
  /** How long it waited for what it depends on; only of those that waited. */
  static final String GATED = "gated";

  private static final Comparator<Series> ORDER = Comparator.comparing(Series::kind)
      .thenComparing(Series::phase)
      .thenComparing(Series::measure);

  /** Its name in a histogram log, where blanks and commas are not allowed: {@code create+channel/total/service}. */
  String tag() {
    return encoded(kind) + '/' + encoded(phase) + '/' + encoded(measure);
  }

  /** The series of a tag. Throws {@link IllegalArgumentException} when it is none of ours. */
  static Series of(String tag) {
    String[] parts = tag.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("the tag '" + tag + "' is not of the form kind/phase/series");
    }
    return new Series(decoded(parts[0]), decoded(parts[1]), decoded(parts[2]));
  }

  @Override
  public int compareTo(Series other) {
    return ORDER.compare(this, other);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
