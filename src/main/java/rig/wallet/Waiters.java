package rig.wallet;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Refusal;

/** Requests that wait for a channel to come so far. */
final class Waiters {

  private record Waiter(Predicate<Channel> condition, CompletableFuture<Channel> seen) {

    boolean satisfiedBy(Channel channel) {
      return condition.test(channel) && seen.complete(channel);
    }
  }

  /** A way to look at a channel now. */
  @FunctionalInterface
  interface Look {
    Channel now() throws rig.wallet.channel.Refusal;
  }

  private final Map<String, Queue<Waiter>> waiting = new ConcurrentHashMap<>();

  /** Blocks until the channel satisfies the condition or the time has passed, and gives it as it is then. */
  Channel await(String channelId, Predicate<Channel> condition, Duration within, Look look) throws Refusal {
    var waiter = new Waiter(condition, new CompletableFuture<>());
    waiting.compute(channelId, (_, queue) -> {
      Queue<Waiter> longer = queue == null ? new ConcurrentLinkedQueue<>() : queue;
      longer.add(waiter);
      return longer;
    });
    try {
      // Looked at after the registration, so that no change falls between the two.
      Channel now = look.now();
      return condition.test(now) ? now : waiter.seen.get(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return look.now();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return look.now();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      waiting.computeIfPresent(channelId, (_, queue) -> queue.remove(waiter) && queue.isEmpty() ? null : queue);
    }
  }

  /** Lets go whoever has waited for this. */
  void changed(Channel channel) {
    Queue<Waiter> queue = waiting.get(channel.terms().channelId());
    if (queue != null) {
      queue.forEach(waiter -> waiter.satisfiedBy(channel));
    }
  }
}
