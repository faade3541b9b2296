package rig.wallet;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each transaction once, and again only when nothing has come of it for long.
 *
 * <p>What is sent twice after a restart does no harm: a deposit tells what the channel must hold before, and all else fails
 * when it has been done.
 */
final class Transactions {

  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
  private static final Duration LOST = Duration.ofSeconds(30);

  /** Hands a transaction to the chain. */
  @FunctionalInterface
  interface Send {
    String now() throws IOException;
  }

  private final Map<String, Map<String, Long>> sent = new ConcurrentHashMap<>();

  /** Sends a transaction of a channel, unless one of that name is on its way. */
  void once(String channelId, String name, Send send) {
    Map<String, Long> ofChannel = sent.computeIfAbsent(channelId, _ -> new ConcurrentHashMap<>());
    long now = System.nanoTime();
    // Whoever has put its own time sends.
    long mine = ofChannel.compute(name, (_, then) -> then == null || now - then > LOST.toNanos() ? now : then);
    if (mine == now) {
      try {
        send.now();
      } catch (IOException e) {
        LOG.warn("{} of channel {} was not sent: {}", name, channelId, e.getMessage());
        ofChannel.remove(name);
      }
    }
  }

  void forget(String channelId) {
    sent.remove(channelId);
  }
}
