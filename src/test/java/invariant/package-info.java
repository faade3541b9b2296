/** Each invariant is shown histories that hold, that break it in every way, and that leave it open. */
@NullMarked
package invariant;

import org.jspecify.annotations.NullMarked;
