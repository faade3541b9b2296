package account;

import java.math.BigInteger;

/**
 * The most that may leave the funder, over a whole run. What comes back does not count: a run that is out of hand must not go
 * on because it also returns money. Safe to share between threads.
 */
public final class SpendingCap {

  private final BigInteger most;
  private BigInteger spent = BigInteger.ZERO;

  /**
   * A cap.
   *
   * @param most in wei
   */
  public SpendingCap(BigInteger most) {
    this.most = most;
  }

  /** No limit at all, for chains where money is nothing. */
  public static SpendingCap none() {
    return new SpendingCap(BigInteger.TWO.pow(256));
  }

  /**
   * Asks whether that much may still be spent.
   *
   * @throws SpendingCapException when it would be too much
   */
  public synchronized void require(BigInteger wei) throws SpendingCapException {
    if (spent.add(wei).compareTo(most) > 0) {
      throw new SpendingCapException("max-spend is " + Ether.text(most) + ", of which " + Ether.text(spent)
          + " are spent; another " + Ether.text(wei) + " would be too much. Raise max-spend or do less");
    }
  }

  /**
   * Counts what is about to be spent.
   *
   * @param wei value and the highest fees
   * @throws SpendingCapException when it would be too much; then nothing is counted
   */
  public synchronized void spend(BigInteger wei) throws SpendingCapException {
    require(wei);
    spent = spent.add(wei);
  }

  /** Takes back what was counted and not spent, in wei. */
  public synchronized void giveBack(BigInteger wei) {
    spent = spent.subtract(wei);
  }

  /** In wei. */
  public synchronized BigInteger spent() {
    return spent;
  }
}
