package account;

/** How closely blocks are read. */
public enum Reading {
  /**
   * A payment without data and with no more gas than a payment takes is taken for what it looks like: it has succeeded and cost
   * exactly that gas. Some nodes need seconds for the receipts of a full block.
   */
  QUICK,
  /** By the receipt of each transaction. */
  THOROUGH
}
