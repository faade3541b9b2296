package protocol.rpc.read;

import history.Outcome;
import java.util.List;
import protocol.engine.Part;

/**
 * What came of a request.
 *
 * @param parts whom it was asked of, when there was a choice or there are two; else empty
 * @param outcome of the whole
 * @param started nanoseconds since the run's zero
 * @param ended nanoseconds since the run's zero
 */
record Told(List<Part> parts, Outcome outcome, long started, long ended) {}
