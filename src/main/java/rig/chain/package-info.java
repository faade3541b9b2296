/**
 * A real chain on loopback: anvil with our adjudicator, clients that pay, and a watcher that tells what happened.
 *
 * <p>Imports {@code targets}, {@code account}, {@code contract} and {@code rig}. Start reading at
 * {@link rig.chain.LocalChain}.
 */
@NullMarked
package rig.chain;

import org.jspecify.annotations.NullMarked;
