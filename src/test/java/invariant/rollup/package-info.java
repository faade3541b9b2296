/** Judges of transactions, each shown histories that hold, that break and that leave it open. */
@NullMarked
package invariant.rollup;

import org.jspecify.annotations.NullMarked;
