package protocol.rpc.read;

import com.fasterxml.jackson.databind.JsonNode;
import history.Invocation;
import protocol.engine.Turn;

/**
 * How a request stands in the history.
 *
 * @param kind of the operation
 * @param measured false for what is no part of the load
 * @param intended when it was due, nanoseconds since the run's zero; not after it began
 * @param started when it begins
 */
record Terms(String kind, boolean measured, long intended, long started) {

  /** For what is asked beside the load, now. */
  static Terms beside(String kind, Turn turn) {
    long now = turn.clock().now();
    return new Terms(kind, false, now, now);
  }

  /** The operation that begins. */
  Invocation invocation(long id, Turn turn, Request request, JsonNode asked) {
    return new Invocation(id, turn.session().userId(), kind, request.entity(), measured, intended, intended, started,
        asked);
  }
}
