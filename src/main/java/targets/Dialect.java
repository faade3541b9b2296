package targets;

/** Which generation of the checkout API a system speaks; the paths are in {@code docs/checkout.md}. */
public enum Dialect {
  /** Of 2020: users have a service of their own. */
  A,
  /** Of 2021 to 2023: users live in the payment service, an item is added to an order one at a time. */
  B,
  /** Of 2024 and later: an item is added with a quantity, nothing is removed from an order, populations are made in batches. */
  C
}
