/** Load for state-channel wallets; start reading at {@link simulations.wallet.LoadFileReplaySimulation}. */
@NullMarked
package simulations.wallet;

import org.jspecify.annotations.NullMarked;
