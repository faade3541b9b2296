package rig.checkout;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rig.checkout.store.Refusal;
import rig.checkout.store.StoppedException;
import rig.checkout.store.StoreException;

/**
 * Carries checkouts out: the items, then the money, then the order is paid. What one service refuses, the others undo.
 *
 * <p>Each step can be repeated under the checkout's key. So a checkout that got stuck, as a service died, is gone through once
 * more from its beginning, until it has come to its end.
 */
final class Checkouts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Checkouts.class);
  private static final long PAUSE_MILLIS = 200;

  private final Orders orders;
  private final Peers peers;
  private final boolean moneyFirst;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService clock = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("checkouts-again").factory());

  Checkouts(Orders orders, Peers peers, Set<Anomaly> anomalies) {
    this.orders = orders;
    this.peers = peers;
    this.moneyFirst = anomalies.contains(Anomaly.ROLLBACK_MINTS);
  }

  /** Goes on with what was under way when the service was stopped. */
  void recover() {
    orders.pending().forEach(this::again);
  }

  /**
   * Blocks until an order is paid.
   *
   * @throws Refusal when it cannot be paid; nothing has changed then
   * @throws PeerException when another service does not answer; the checkout comes to its end later
   */
  void checkout(String id) throws Refusal {
    Order checkout = orders.begin(id);
    try {
      Optional<String> refusal = finish(checkout);
      if (refusal.isPresent()) {
        throw new Refusal(refusal.get());
      }
    } catch (PeerException | StoreException e) {
      later(checkout);
      throw e;
    }
  }

  private Optional<String> finish(Order checkout) throws Refusal {
    Optional<String> refusal = moneyFirst ? moneyThenItems(checkout) : itemsThenMoney(checkout);
    orders.end(checkout, refusal.isEmpty());
    return refusal;
  }

  private Optional<String> itemsThenMoney(Order checkout) {
    Optional<String> refusal = peers.take(checkout);
    if (refusal.isPresent()) {
      return refusal;
    }
    refusal = peers.charge(checkout);
    if (refusal.isPresent()) {
      peers.putBack(checkout);
    }
    return refusal;
  }

  private Optional<String> moneyThenItems(Order checkout) {
    Optional<String> refusal = peers.charge(checkout);
    if (refusal.isEmpty()) {
      refusal = peers.take(checkout);
      if (refusal.isPresent()) {
        peers.refund(checkout);
      }
    }
    if (refusal.isPresent()) {
      peers.putBack(checkout);
    }
    return refusal;
  }

  private void later(Order checkout) {
    try {
      clock.schedule(() -> again(checkout), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      // stopped; the next start finds it in the database
    }
  }

  private void again(Order checkout) {
    try {
      threads.execute(() -> {
        try {
          finish(checkout);
        } catch (PeerException | StoreException _) {
          later(checkout);
        } catch (Refusal e) {
          LOG.warn("checkout {} cannot be ended: {}", checkout.checkout(), e.reason());
        } catch (StoppedException _) {
          // the next start finds it in the database
        }
      });
    } catch (RejectedExecutionException _) {
      // stopped; the next start finds it in the database
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
  }
}
