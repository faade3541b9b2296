package history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The end of an operation whose beginning is elsewhere in the journal.
 *
 * @param id the operation's
 * @param time when it ended, in nanoseconds since the run's zero
 */
record End(long id, long time, List<Phase> phases, Outcome outcome, JsonNode answered) implements Line {}
