package protocol.engine;

import history.Outcome;
import history.Phase;

/**
 * A request inside a group.
 *
 * @param phase its name and times
 * @param outcome of this one, whatever becomes of the group
 */
public record Part(Phase phase, Outcome outcome) {}
