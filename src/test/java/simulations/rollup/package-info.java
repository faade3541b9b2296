/** Simulations for chains of the Ethereum kind; start reading at {@link simulations.rollup.RollupSimulation}. */
@NullMarked
package simulations.rollup;

import org.jspecify.annotations.NullMarked;
