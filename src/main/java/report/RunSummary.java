package report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * One run in figures: {@code summary.json}. Its schema is explained in {@code docs/results.md}; a field that changes its meaning or goes
 * away raises {@link #SCHEMA}.
 *
 * @param schema the version of this schema
 * @param run the head of the run: {@code run} (its id), {@code simulation}, {@code seed}, {@code target}, {@code commit},
 *     {@code versions}, {@code machine}, {@code zero} (milliseconds since the epoch), and what the simulation added
 * @param injectors how many injectors it was made from
 * @param start when the first event was noted, ISO 8601
 * @param durationMs from the first event to the last, in milliseconds
 * @param end how it ended: {@code completed}, {@code interrupted} …; {@code killed} when nobody had time to say
 * @param good whether the verdict is that nothing was lost
 * @param verdict one line for people
 * @param accounting all requests together, and what does not balance
 * @param requests each kind of request, by name
 * @param injector how busy the injector was
 * @param crashes virtual users that stumbled over an error of ours
 * @param journal whether the history is whole
 * @param verdicts of the invariants
 * @param gates other conditions for a green run
 */
public record RunSummary(int schema, JsonNode run, int injectors, String start, long durationMs, String end,
    boolean good, String verdict, Balance accounting, List<Request> requests, InjectorLoad.Figures injector,
    Crashes crashes, Completeness journal, List<Judged> verdicts, List<Gate> gates) {

  /** The version of the schema that this code writes. */
  public static final int SCHEMA = 1;

  static final String FILE = "summary.json";
  static final String VERDICTS = "verdicts.json";

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Whether every scheduled operation is accounted for.
   *
   * @param total all requests together
   * @param broken each identity that does not hold, with figures; empty when all is accounted for
   */
  public record Balance(Counts total, List<String> broken) {}

  /**
   * One kind of request.
   *
   * @param name the request's name
   * @param counts what became of its operations
   * @param rate asked and reached
   * @param latency percentiles by phase ({@code total} is the whole operation) and series
   */
  public record Request(String name, Counts counts, Pace.Rate rate, Map<String, Map<String, Percentiles>> latency) {}

  /** Latencies in microseconds; {@code p999} is the 99.9th percentile. */
  public record Percentiles(long count, long p50, long p90, long p99, long p999, long max) {

    static Percentiles of(Histogram histogram) {
      return new Percentiles(histogram.getTotalCount(), histogram.getValueAtPercentile(50),
          histogram.getValueAtPercentile(90), histogram.getValueAtPercentile(99), histogram.getValueAtPercentile(99.9),
          histogram.getMaxValue());
    }
  }

  /**
   * Crashes.
   *
   * @param count how many
   * @param first the first ten, each one line
   */
  public record Crashes(long count, List<String> first) {}

  /**
   * Whether the history is whole.
   *
   * @param lost events that found no room or could not be written
   * @param cut whether the last line was cut off, as after a kill
   */
  public record Completeness(long lost, boolean cut) {}

  /**
   * What an invariant said.
   *
   * @param verdict {@code holds}, {@code broken} or {@code undetermined}
   * @param summary one line for people, with figures
   * @param checked how many facts were looked at, 0 unless it holds
   * @param count how many breaks there were; 0 unless it is broken
   * @param witnesses some of the breaks
   */
  public record Judged(String title, String verdict, String summary, long checked, long count, List<String> witnesses) {

    boolean holds() {
      return verdict.equals("holds");
    }
  }

  /**
   * A condition for a green run that is no invariant.
   *
   * @param why one line for people
   */
  public record Gate(String title, boolean holds, String why) {}

  /** Writes {@code summary.json} and {@code verdicts.json} into a folder. */
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(FILE), JSON.writeValueAsString(this) + "\n");
    Files.writeString(folder.resolve(VERDICTS),
        JSON.writeValueAsString(Map.of("schema", SCHEMA, "verdicts", verdicts)) + "\n");
  }

  /** Reads a {@code summary.json}. Throws when it is none, or of another version. */
  public static RunSummary read(Path file) throws IOException {
    JsonNode json = JSON.readTree(file.toFile());
    if (json.path("schema").asInt() != SCHEMA) {
      throw new IOException(file + " has schema " + json.path("schema") + ", this is for " + SCHEMA);
    }
    return JSON.treeToValue(json, RunSummary.class);
  }
}
