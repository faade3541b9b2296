package rig.checkout;

import rig.checkout.store.Refusal;

/** Numbers as customers write them into paths, and sums that stay in bounds. */
final class Amounts {

  /** The largest whole number that readers of JSON with doubles read exactly. */
  static final long MOST = (1L << 53) - 1;

  private static final long LARGEST_BATCH = 10_000_000;

  private Amounts() {}

  /** 0 or more. */
  static long amount(String text) throws Refusal {
    long amount = signed(text);
    if (amount < 0) {
      throw new Refusal(text + " is negative");
    }
    return amount;
  }

  /** 1 or more. */
  static long quantity(String text) throws Refusal {
    long quantity = amount(text);
    if (quantity == 0) {
      throw new Refusal("give a quantity of at least 1");
    }
    return quantity;
  }

  /** How many are to be made at once. */
  static long count(String text) throws Refusal {
    long count = quantity(text);
    if (count > LARGEST_BATCH) {
      throw new Refusal(text + " are too many: give at most " + LARGEST_BATCH);
    }
    return count;
  }

  /** Of either sign. */
  static long signed(String text) throws Refusal {
    try {
      long number = Long.parseLong(text);
      if (number <= MOST && number >= -MOST) {
        return number;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw new Refusal(text + " is not a whole number of at most " + MOST);
  }

  static long sum(long one, long other) throws Refusal {
    if (one + other > MOST) { // neither is larger than MOST
      throw new Refusal("the sum is more than " + MOST);
    }
    return one + other;
  }

  static long product(long one, long other) throws Refusal {
    if (other != 0 && one > MOST / other) {
      throw new Refusal("the product is more than " + MOST);
    }
    return one * other;
  }
}
