package rig.wallet;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import rig.wallet.channel.Channel;

/** Requests that wait for a channel to come so far. */
final class Waiters {

  private record Waiter(Predicate<Channel> condition, CompletableFuture<Channel> seen) {

    boolean satisfiedBy(Channel channel) {
      return condition.test(channel) && seen.complete(channel);
    }
  }

  private final Map<String, Queue<Waiter>> waiting = new ConcurrentHashMap<>();

  /** Blocks until the channel is there and satisfies the condition, or the time has passed; gives what is there then. */
  Optional<Channel> await(String channelId, Predicate<Channel> condition, Duration within,
      Supplier<Optional<Channel>> look) {
    var waiter = new Waiter(condition, new CompletableFuture<>());
    waiting.compute(channelId, (_, queue) -> {
      Queue<Waiter> longer = queue == null ? new ConcurrentLinkedQueue<>() : queue;
      longer.add(waiter);
      return longer;
    });
    try {
      // Looked at after the registration, so that no change falls between the two.
      Optional<Channel> now = look.get();
      return now.filter(condition).isPresent() ? now
          : Optional.of(waiter.seen.get(within.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return look.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return look.get();
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
