package protocol.rpc.read;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import protocol.engine.HttpSettings;
import protocol.rpc.node.ErrorTable;

/**
 * How chains are read.
 *
 * @param timeout how long an endpoint may take to answer
 * @param ignored members of answers that may differ, such as {@code totalDifficulty}
 * @param sweep whose steps are measured; null when there are none
 * @param http how connections are made and kept
 * @param errors what errors mean
 */
public record ReadSettings(Duration timeout, Set<String> ignored, @Nullable Sweep sweep, HttpSettings http,
    ErrorTable errors) {

  /** Members that nodes have left out, or added, over the years. */
  public static final String IGNORED = "totalDifficulty,blockTimestamp";

  /** 10 s to answer, and the usual members ignored. */
  public static ReadSettings defaults() {
    return new ReadSettings(Duration.ofSeconds(10), Set.of(IGNORED.split(",")), null, HttpSettings.defaults(),
        ErrorTable.standard());
  }

  /** The same with another time to answer. */
  public ReadSettings timeout(Duration other) {
    return new ReadSettings(other, ignored, sweep, http, errors);
  }

  /** The same with other members that may differ. */
  public ReadSettings ignoring(Set<String> others) {
    return new ReadSettings(timeout, Set.copyOf(others), sweep, http, errors);
  }

  /** The same with steps that are measured. */
  public ReadSettings sweep(Sweep other) {
    return new ReadSettings(timeout, ignored, other, http, errors);
  }
}
