package rig.checkout;

import java.time.Duration;
import java.util.Set;

/** Bugs that can be planted in the services, each to see an invariant turn red. None by default. */
public enum Anomaly {
  /**
   * Stock and credit are read, reduced and written without a lock: of what is sold at the same moment, one sale is counted.
   * Every answer is right; less is removed than was sold. Found by {@code StockRemovedEqualsTheQuantityPaid}.
   */
  LOST_UPDATE,
  /**
   * The last units of an item, once an order has them, are handed to one more order. Stock is never below zero. Found by
   * {@code StockRemovedEqualsTheQuantityPaid}.
   */
  SOLD_TWICE,
  /**
   * Nobody looks whether an order is paid, or being paid: it can be checked out, and is charged, again and again. Found by
   * {@code OrdersArePaidAtMostOnce}.
   */
  NO_PAID_GUARD,
  /**
   * Money is asked for first, and a refused order gives back all its items, although none was taken. Found by
   * {@code RefusedCheckoutsChangeNothing}.
   */
  ROLLBACK_MINTS,
  /** An order without items can be checked out. It costs nothing. Found by {@code EmptyOrdersAreRefused}. */
  EMPTY_ORDER_CHECKS_OUT,
  /** Stock can be added in negative amounts, and falls below zero. Found by {@code NothingIsNegative}. */
  NEGATIVE_ADD,
  /**
   * A paid order says that it is not. Money and stock are right, and it is not checked out again. Found by
   * {@code AcknowledgedOrdersArePaid}.
   */
  NEVER_SETS_PAID,
  /** An order's total leaves out the line added last. What is charged is right. Found by {@code TotalsAreTheSumOfTheItems}. */
  WRONG_TOTAL,
  /** What is read of stock and credit is two seconds old. Found by {@code PolledValuesStayWithinBounds}. */
  LATE_STATE,
  /** One checkout in ten is carried out, and answered with 500. Nothing is broken by it, and no invariant may say so. */
  ERROR_AFTER_COMMIT;

  private static final Duration MOMENT = Duration.ofMillis(25);

  /** How long the moment is in which updates meet, and all but one are lost. */
  static Duration window(Set<Anomaly> planted) {
    return planted.contains(LOST_UPDATE) ? MOMENT : Duration.ZERO;
  }
}
