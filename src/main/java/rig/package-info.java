/**
 * Embedded targets: what Broadside fires at when nothing else is there.
 *
 * <p>Talks the real wire, uses real parts, listens on loopback only, and leaves nothing behind. Seen by simulations' set-up
 * and the command line alone; shares nothing with {@code invariant}. Start reading at {@link rig.Reaper}.
 */
@NullMarked
package rig;

import org.jspecify.annotations.NullMarked;
