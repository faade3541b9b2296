package rig.wallet;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after channels that make no progress, ever less often: peers are told again what we hold and asked for what they do.
 *
 * <p>This alone repairs lost messages, restarts and peers that were away.
 */
final class Sync implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sync.class);
  private static final int LOOKS_PER_INTERVAL = 4;
  private static final int MOST_DOUBLINGS = 5;

  private final Channels channels;
  private final Duration interval;
  private final Consumer<Slot> care;
  private final ScheduledExecutorService clock = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sync").factory());

  /**
   * Starts to look.
   *
   * @param interval how long a channel may rest before its peers are asked; doubles up to 32 times as long each time
   * @param care what to do about a channel; must not block
   */
  Sync(Channels channels, Duration interval, Consumer<Slot> care) {
    this.channels = channels;
    this.interval = interval;
    this.care = care;
    long period = Math.max(1, interval.toMillis() / LOOKS_PER_INTERVAL);
    clock.scheduleWithFixedDelay(this::look, period, period, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      channels.active().filter(this::isStale).forEach(slot -> {
        channels.asked(slot.channel().terms().channelId());
        care.accept(slot);
      });
      channels.forgetSome(interval.dividedBy(10)); // soon after its owner has seen it run
    } catch (RuntimeException e) {
      // Thrown on, it would end the schedule without a word.
      LOG.warn("stale channels were not looked after", e);
    }
  }

  /** After 1, 3, 7, 15 … intervals. */
  private boolean isStale(Slot slot) {
    int doublings = Math.min(slot.asked(), MOST_DOUBLINGS);
    long rounds = (2L << doublings) - 1 + (long) Math.max(0, slot.asked() - MOST_DOUBLINGS) * (1L << MOST_DOUBLINGS);
    return !slot.atRest() && slot.silence().compareTo(interval.multipliedBy(rounds)) > 0;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
