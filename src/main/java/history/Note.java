package history;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something worth keeping that is not an operation: the run's header, the plan, a crash, a fault window, a verdict.
 *
 * @param name stable, lower-case, for example {@code run}, {@code plan}, {@code crash}, {@code verdict}
 * @param time nanoseconds since the run's zero
 * @param value its data
 */
public record Note(String name, long time, JsonNode value) implements Event, Line {}
