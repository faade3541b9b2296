/** Targets as files describe them, good and bad. */
@NullMarked
package targets;

import org.jspecify.annotations.NullMarked;
