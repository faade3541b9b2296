package rig.wallet;

import java.time.Duration;
import rig.wallet.channel.Channel;

/**
 * A channel that is not closed, in memory.
 *
 * @param channel as it is on disk
 * @param changed when it last changed, by {@link System#nanoTime}
 * @param asked how often its peers were asked about it since
 */
record Slot(Channel channel, long changed, int asked) {

  static Slot of(Channel channel) {
    return new Slot(channel, System.nanoTime(), 0);
  }

  Slot askedAgain() {
    return new Slot(channel, changed, asked + 1);
  }

  /** How long nothing has happened. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - changed);
  }
}
