package history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An operation with its end: what was asked, when, and what came of it.
 *
 * @param invocation what was asked
 * @param ended nanoseconds since the run's zero
 * @param phases its timed parts in order, possibly none
 * @param outcome ok, refused or unknown
 * @param answered the answer's data; a null node when there is none
 */
public record Operation(Invocation invocation, long ended, List<Phase> phases, Outcome outcome, JsonNode answered)
    implements Event {

  @Override
  public long time() {
    return ended;
  }

  /** Shorthand for the invocation's kind. */
  public String kind() {
    return invocation.kind();
  }

  /** Shorthand for the invocation's entity. */
  public String entity() {
    return invocation.entity();
  }

  /** Shorthand for the invocation's data. */
  public JsonNode asked() {
    return invocation.asked();
  }

  /** Whether the target confirmed it. */
  public boolean ok() {
    return outcome instanceof Outcome.Ok;
  }

  /** From the real send to the end, in nanoseconds. */
  public long service() {
    return ended - invocation.started();
  }

  /** From the intended start to the end, in nanoseconds: free of coordinated omission. */
  public long response() {
    return ended - invocation.intended();
  }

  /** How late the injector was: real start minus the moment it was free to start, in nanoseconds. */
  public long lag() {
    return invocation.started() - invocation.released();
  }

  /** How long it waited for the operations it depends on, in nanoseconds. */
  public long gated() {
    return invocation.released() - invocation.intended();
  }
}
