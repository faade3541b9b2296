/**
 * The embedded target of the rollup system: real nodes on loopback.
 *
 * <p>Start reading at {@link rig.rollup.RollupRig}. Imports {@code rig}, {@code rig.chain}, {@code account} and {@code targets}.
 */
@NullMarked
package rig.rollup;

import org.jspecify.annotations.NullMarked;
