/**
 * What must stay true: one file per invariant, named as a proposition, each judging a history.
 *
 * <p>Imports {@code history} and {@code load} only, and shares no code with the rig: the accused and the judge are strangers. Start
 * reading at {@link invariant.Invariant}.
 */
@NullMarked
package invariant;

import org.jspecify.annotations.NullMarked;
