/** Tests of runs that are retold. */
@NullMarked
package invariant.retold;

import org.jspecify.annotations.NullMarked;
