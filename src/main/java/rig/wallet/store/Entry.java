package rig.wallet.store;

import java.util.List;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Turn;

/**
 * One step of a channel, to be saved as a whole.
 *
 * @param channel as it is after the step
 * @param turns the states that are new or have new signatures
 * @param isNew whether the channel was not there before
 */
public record Entry(Channel channel, List<Turn> turns, boolean isNew) {}
