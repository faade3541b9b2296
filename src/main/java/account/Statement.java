package account;

import java.math.BigInteger;

/**
 * Where a funder's money is. All amounts in wei.
 *
 * @param before what the funder had before its first payment
 * @param after what it has now
 * @param fees what paying the children and bringing the money back has cost
 * @param held what the children still have
 * @param holders how many of them have something
 * @param unsettled how many payments are on record and in no block
 */
public record Statement(BigInteger before, BigInteger after, BigInteger fees, BigInteger held, int holders,
    int unsettled) {

  /**
   * Before - after - fees - still held: what the children spent on transactions of their own. Is 0 when they sent none and nobody
   * else used the accounts.
   */
  public BigInteger elsewhere() {
    return before.subtract(after).subtract(fees).subtract(held);
  }

  /** One line for people. */
  @Override
  public String toString() {
    return "the funder had %s and has %s; fees %s, still held by %d accounts %s, spent by them %s%s".formatted(
        Ether.text(before), Ether.text(after), Ether.text(fees), holders, Ether.text(held), Ether.text(elsewhere()),
        unsettled == 0 ? "" : "; " + unsettled + " payments are in no block");
  }
}
