package history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An operation that has been asked of the target; all times are nanoseconds since the run's zero.
 *
 * @param id unique in the run
 * @param process the virtual user that asks
 * @param kind what is asked: the request's name, stable, lower-case and free of data
 * @param entity what it is asked about (a job, a channel, an order); empty when nothing in particular
 * @param measured false for warm-up, audit reads and the like, which stay out of accounting, gates and histograms
 * @param intended when the schedule wanted it to start
 * @param released when everything it had to wait for (dependencies) was there; never before {@code intended}
 * @param started when it was really sent
 * @param asked the request's data
 */
public record Invocation(long id, long process, String kind, String entity, boolean measured, long intended,
    long released, long started, JsonNode asked) implements Event, Line {

  @Override
  public long time() {
    return started;
  }

  /** The same operation, answered. */
  public Operation ended(long ended, List<Phase> phases, Outcome outcome, JsonNode answered) {
    return new Operation(this, ended, phases, outcome, answered);
  }
}
