package fault;

import history.Outcome;

/**
 * A time in which something was broken on purpose, now over.
 *
 * @param title what was broken
 * @param started nanoseconds since the run's zero, just before it was broken
 * @param ended nanoseconds since the run's zero, just after it was healed or given up
 * @param outcome ok when it was done and healed, and works again; else refused with the code {@code not-done}, {@code not-healed} or {@code
 *     not-recovered}; unknown with the code {@code cut-short} when the run ended first
 */
public record FaultWindow(String title, long started, long ended, Outcome outcome) {}
