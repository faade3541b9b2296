/**
 * The simulations: one package per system, each simulation at most sixty lines of prose.
 *
 * <p>Start reading at {@link simulations.wallet.LoadFileReplaySimulation}, then {@link simulations.SystemSimulation}.
 */
@NullMarked
package simulations;

import org.jspecify.annotations.NullMarked;
