/**
 * What the checkout's services remember, and how many requests share one trip to the disk or to a neighbour.
 *
 * <p>Imports nothing of Broadside. Start reading at {@link rig.checkout.store.Ledger}; the tables are in
 * {@code src/main/resources/rig/checkout}.
 */
@NullMarked
package rig.checkout.store;

import org.jspecify.annotations.NullMarked;
