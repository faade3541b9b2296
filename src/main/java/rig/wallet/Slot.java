package rig.wallet;

import java.time.Duration;
import rig.wallet.channel.Channel;

/**
 * A channel that is not closed, in memory.
 *
 * @param channel as it is on disk
 * @param changed when it last changed, by {@link System#nanoTime}
 * @param asked how often its peers were asked about it since
 * @param atRest whether nothing is expected of anybody; known here because {@link Sync} looks at all channels all the time
 */
record Slot(Channel channel, long changed, int asked, boolean atRest) {

  static Slot of(Channel channel) {
    return new Slot(channel, System.nanoTime(), 0, channel.isAtRest());
  }

  Slot askedAgain() {
    return new Slot(channel, changed, asked + 1, atRest);
  }

  /** How long nothing has happened. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - changed);
  }
}
