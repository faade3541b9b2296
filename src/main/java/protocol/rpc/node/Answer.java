package protocol.rpc.node;

import history.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import protocol.engine.RpcResponse;

/**
 * What came of a {@link Question}.
 *
 * @param attempts each endpoint that was asked, in order, at least one
 * @param chosen whether there were several endpoints to choose from
 * @param response of the last one; null when it did not answer
 * @param value what the response became; null when it became nothing
 */
public record Answer<T>(List<Attempt> attempts, boolean chosen, @Nullable RpcResponse response, @Nullable T value) {

  /**
   * One endpoint that was asked.
   *
   * @param endpoint its name in reports
   * @param started {@link System#nanoTime}
   * @param ended {@link System#nanoTime}
   * @param outcome what came of it
   */
  public record Attempt(String endpoint, long started, long ended, Outcome outcome) {}

  /** What came of it in the end. */
  public Outcome outcome() {
    return attempts.getLast().outcome();
  }

  /** {@link System#nanoTime} when the first endpoint was asked. */
  public long started() {
    return attempts.getFirst().started();
  }

  /** {@link System#nanoTime} when the last one had answered, or was given up. */
  public long ended() {
    return attempts.getLast().ended();
  }
}
