/**
 * The rules of a state channel: who may sign what, and when. No input or output, no clock, no chance.
 *
 * <p>Imports {@code account}, {@code contract} and {@code load}. Start reading at {@link rig.wallet.channel.Channel}, which
 * never changes: each step gives the next one, so that a step that could not be stored has not happened.
 */
@NullMarked
package rig.wallet.channel;

import org.jspecify.annotations.NullMarked;
