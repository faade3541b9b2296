package invariant.checkout;

/** What can be judged only where the target, or the load, gives cause: elsewhere a judge would have nothing to look at. */
public enum Matter {
  /** The target sets {@code paid} of an order that it has checked out. Some never do. */
  PAID,
  /** Some checkouts are refused. */
  REFUSALS,
  /** The load says of some checkouts that they must be refused. */
  EXPECTATIONS,
  /** Orders without items are checked out, and the target has to refuse them. */
  EMPTY_ORDERS,
  /** Orders are created and filled one by one, not as a batch. */
  CARTS,
  /** Items or users are looked up while the load runs. */
  POLLS
}
