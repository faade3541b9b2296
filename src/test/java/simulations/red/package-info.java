/**
 * Simulations that must end red, each for one reason; run by {@code lifecycle.RedRunTest}. They send nothing: none needs its target.
 *
 * <p>Start reading at {@link simulations.red.Bare}.
 */
@NullMarked
package simulations.red;

import org.jspecify.annotations.NullMarked;
