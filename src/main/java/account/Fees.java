package account;

import java.math.BigInteger;

/**
 * What a transaction offers for a unit of gas, in wei.
 *
 * @param max at most this, the block's base fee included
 * @param tip of that, at most this for whoever makes the block; not above {@code max}
 */
public record Fees(BigInteger max, BigInteger tip) {

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  /** Fees as given. */
  public Fees {
    if (tip.signum() < 0 || tip.compareTo(max) > 0) {
      throw new IllegalArgumentException("a tip lies between 0 and the highest fee of " + max + " wei, not at " + tip);
    }
  }

  /** Exactly this price whatever the block's base fee is: the price of a transaction that knows no tip. */
  public static Fees flat(BigInteger price) {
    return new Fees(price, price);
  }

  /**
   * Both fees raised, each by one wei at least: nodes replace a transaction only by one that offers more in both.
   *
   * @param percent 10 is what most nodes ask for, 100 when the transaction carries blobs
   */
  public Fees raised(int percent) {
    return new Fees(raised(max, percent), raised(tip, percent));
  }

  static BigInteger raised(BigInteger fee, int percent) {
    BigInteger rounded = fee.multiply(BigInteger.valueOf(percent))
        .add(HUNDRED)
        .subtract(BigInteger.ONE)
        .divide(HUNDRED);
    return fee.add(rounded.max(BigInteger.ONE));
  }

  /** What that much gas costs at most, in wei. */
  public BigInteger atMost(long gas) {
    return max.multiply(BigInteger.valueOf(gas));
  }
}
