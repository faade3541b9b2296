package rig.chain;

import contract.ChainEvent;
import contract.LogEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import targets.ChainSpec;

/**
 * Tells all wallets of a rig what happens at the adjudicator: one reader of the chain, any number of listeners.
 *
 * <p>Every event reaches a listener once, in the order of the chain, on a thread of the listener's own: a slow one delays
 * nobody else. Blocks that were made while the chain did not answer are read afterwards.
 */
public final class ChainWatcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ChainWatcher.class);
  private static final Duration PERIOD = Duration.ofMillis(100);

  private final ChainNode node;
  private final ChainSpec chain;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService reader = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("chain-watcher").factory());
  private long next;

  ChainWatcher(ChainNode node, ChainSpec chain) {
    this.node = node;
    this.chain = chain;
    this.next = chain.deployedAt();
    reader.scheduleWithFixedDelay(this::read, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Tells of all events from now on.
   *
   * @param listener may block; what it throws is logged, and the next event follows
   * @return ends it; events that are already waiting for the listener are dropped
   */
  public AutoCloseable listen(Consumer<ChainEvent> listener) {
    var subscribed = new Listener(listener);
    listeners.add(subscribed);
    return () -> {
      listeners.remove(subscribed);
      subscribed.close();
    };
  }

  private void read() {
    try {
      long head = node.blockNumber();
      if (head >= next) {
        List<LogEntry> logs = node.logs(chain.adjudicator(), next, head);
        next = head + 1;
        logs.stream()
            .map(LogEntry::event)
            .flatMap(Optional::stream)
            .forEach(event -> listeners.forEach(listener -> listener.tell(event)));
      }
    } catch (IOException e) {
      LOG.debug("the chain does not answer; block {} and later will be read when it does", next, e);
    } catch (RuntimeException e) {
      // Thrown on, it would end the schedule without a word.
      LOG.error("the chain's blocks from {} on cannot be read", next, e);
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
    listeners.forEach(Listener::close);
  }

  private static final class Listener {

    private final Consumer<ChainEvent> consumer;
    private final ExecutorService thread = Executors
        .newSingleThreadExecutor(Thread.ofVirtual().name("chain-listener").factory());

    Listener(Consumer<ChainEvent> consumer) {
      this.consumer = consumer;
    }

    void tell(ChainEvent event) {
      try {
        thread.execute(() -> deliver(event));
      } catch (RejectedExecutionException closed) {
        LOG.debug("a listener that has gone misses {}", event);
      }
    }

    private void deliver(ChainEvent event) {
      try {
        consumer.accept(event);
      } catch (RuntimeException e) {
        LOG.error("a listener failed on {}", event, e);
      }
    }

    void close() {
      thread.shutdownNow();
    }
  }
}
