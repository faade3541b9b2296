package rig.checkout;

/** Bugs that can be planted in the services, each to see an invariant turn red. None by default. */
public enum Anomaly {
  /**
   * Stock and credit are read, reduced and written without a lock: of what is sold at the same moment, one sale is counted.
   * Every answer is right; less is removed than was sold.
   */
  LOST_UPDATE,
  /** The last units of an item, once an order has them, are handed to one more order. Stock is never below zero. */
  SOLD_TWICE,
  /** Nobody looks whether an order is paid, or being paid: it can be checked out, and is charged, again and again. */
  NO_PAID_GUARD,
  /** Money is asked for first, and a refused order gives back all its items, although none was taken. */
  ROLLBACK_MINTS,
  /** An order without items can be checked out. It costs nothing. */
  EMPTY_ORDER_CHECKS_OUT,
  /** Stock can be added in negative amounts, and falls below zero. */
  NEGATIVE_ADD,
  /** A paid order says that it is not. Money and stock are right, and it is not checked out again. */
  NEVER_SETS_PAID,
  /** An order's total leaves out the line added last. What is charged is right. */
  WRONG_TOTAL,
  /** What is read of stock and credit is two seconds old. */
  LATE_STATE,
  /** One checkout in ten is carried out, and answered with 500. */
  ERROR_AFTER_COMMIT
}
