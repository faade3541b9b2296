package report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of the measured operations of a kind.
 *
 * @param scheduled how many were planned; absent when no plan names the kind
 * @param started how many were sent
 * @param dropped how many of the planned were given up before they were sent
 * @param ok how many the target confirmed
 * @param refused how many certainly did not happen
 * @param unknown how many may have happened, those without an answer included
 * @param codes refused and unknown by error class
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Counts(@Nullable Long scheduled, long started, long dropped, long ok, long refused, long unknown,
    Map<String, Long> codes) {

  /** The code of those that have no end, which no operation can be ended with. */
  public static final String UNENDED = "unended";

  /** The codes for people, the most frequent first: {@code back-pressure 12, status-502 3}; empty when there are none. */
  String codesInWords() {
    return codes.entrySet()
        .stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .map(code -> code.getKey() + " " + code.getValue())
        .collect(Collectors.joining(", "));
  }
}
