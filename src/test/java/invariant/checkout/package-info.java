/** Each invariant of checkouts is shown histories that hold, that break it in every way, and that leave it open. */
@NullMarked
package invariant.checkout;

import org.jspecify.annotations.NullMarked;
