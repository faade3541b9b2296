package report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

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
 * @param faults what was broken on purpose, in the order in which it began
 * @param settled how the final state was found; absent when it was read only once
 * @param chains what became of transactions on each chain: {@code chain}, {@code transactions}, {@code inclusion}, {@code watcher}
 * @param signing how long signatures had to wait: {@code done}, {@code waiting}, {@code most}, {@code p99} in microseconds
 * @param remarks what the simulation has to say to people, line by line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunSummary(int schema, JsonNode run, int injectors, String start, long durationMs, String end,
    boolean good, String verdict, Balance accounting, List<Request> requests, InjectorLoad.Figures injector,
    Crashes crashes, Completeness journal, List<Judged> verdicts, List<Gate> gates, List<Window> faults,
    @Nullable Settled settled, List<JsonNode> chains, List<JsonNode> signing, List<String> remarks) {

  /** One that was written before a field was there reads as if it were empty. */
  @SuppressWarnings("NullAway") // what Jackson gives for what is missing
  public RunSummary {
    faults = faults == null ? List.of() : faults;
    chains = chains == null ? List.of() : chains;
    signing = signing == null ? List.of() : signing;
    remarks = remarks == null ? List.of() : remarks;
  }

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

  /**
   * A time in which something was broken on purpose; times are milliseconds since the run's zero.
   *
   * @param healedMs absent when it was not healed, as far as anybody knows
   * @param recoveredMs when it was seen to work again; absent when it was not
   * @param problem why it could not be done or healed, or does not work again; absent when all went well
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Window(String title, long startedMs, @Nullable Long healedMs, @Nullable Long recoveredMs,
      @Nullable String problem) {

    /** Whether it was done, and healed. */
    @JsonIgnore
    public boolean isWell() {
      return problem == null && healedMs != null;
    }
  }

  /**
   * How the final state was found: by reading until two rounds agreed.
   *
   * @param complete whether two rounds agreed before patience ended
   * @param rounds how often everything was read
   * @param entities how many things were read
   * @param ms the time to consistency: from the drain until the first of the two rounds that agreed
   */
  public record Settled(boolean complete, long rounds, long entities, long ms) {}

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
