package invariant.checkout;

/**
 * How often an order was paid, 0 or more.
 *
 * @param least for certain
 * @param most if everything happened that may have happened
 */
record Payments(long least, long most) {

  static final Payments NONE = new Payments(0, 0);
  static final Payments ONE = new Payments(1, 1);

  /**
   * Counts the payments of an order.
   *
   * <p>A target without a guard takes stock and credit at each payment that it acknowledges, a more patient one acknowledges the second and
   * takes nothing. Both are the affair of the judge of double payments alone: here the second payment may have taken something, or not.
   *
   * @param paidTells whether an order that may have been paid was paid when it reads as paid, and was not when it does not
   */
  static Payments of(Orders orders, int order, boolean paidTells) {
    int acknowledged = orders.payments(order);
    int most = orders.asked.count(order);
    if (acknowledged == 0 && most > 0 && paidTells && orders.isRead(order)) {
      return !orders.isPaid(order) ? NONE : most == 1 ? ONE : new Payments(1, most);
    }
    return most == 0 ? NONE : most == 1 && acknowledged == 1 ? ONE : new Payments(Math.min(1, acknowledged), most);
  }
}
