package history;

/**
 * One timed part of an operation, such as {@code call} or {@code objective}.
 *
 * @param name stable, lower-case, free of data
 * @param started nanoseconds since the run's zero
 * @param ended nanoseconds since the run's zero
 */
public record Phase(String name, long started, long ended) {}
