/**
 * Runs from the start to the end, each in a process of its own; start reading at {@link lifecycle.ForkedRun}.
 */
@NullMarked
package lifecycle;

import org.jspecify.annotations.NullMarked;
