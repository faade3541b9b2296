/**
 * Where the system under test answers: targets, as files describe them and as a run resolves them.
 *
 * <p>Imports nothing of Broadside. Start reading at {@link targets.Target}, then {@link targets.TargetFile}.
 */
@NullMarked
package targets;

import org.jspecify.annotations.NullMarked;
