package rig.wallet;

import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Participation;
import rig.wallet.channel.Refusal;

/**
 * What all desks of one wallet work with.
 *
 * @param channels its channels
 * @param participation signs and checks
 * @param threads where work goes on that nobody waits for; refuses it once the wallet closes
 * @param anomalies the bugs planted in this wallet
 */
record Books(Channels channels, Participation participation, Executor threads, Set<Anomaly> anomalies) {

  private static final Logger LOG = LoggerFactory.getLogger(Books.class);

  /** One thing to do with a channel that is there. */
  @FunctionalInterface
  interface Act {
    Channel on(Channel channel) throws Refusal;
  }

  /** Does something with a channel, and then all that follows from it; gives the channel as it is then. */
  Channel change(String channelId, Act act) throws Refusal {
    return channels.change(channelId, channel -> participation.advance(act.on(Channels.found(channelId, channel))));
  }

  /** The same on another thread; a refusal is logged. */
  void changeLater(String channelId, Act act) {
    later(() -> {
      try {
        change(channelId, act);
      } catch (Refusal e) {
        LOG.debug("channel {}: {}", channelId, e.getMessage());
      }
    });
  }

  /** Does something on another thread. */
  void later(Runnable work) {
    try {
      threads.execute(() -> {
        try {
          work.run();
        } catch (RuntimeException e) {
          LOG.warn("work left undone, to be tried again", e);
        }
      });
    } catch (RejectedExecutionException e) {
      LOG.debug("the wallet is closing");
    }
  }
}
