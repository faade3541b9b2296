package account;

import java.math.BigInteger;

/**
 * Where a funder's money is, by the balances, and where it went, by the blocks. All amounts in wei.
 *
 * @param before what the funder had before its first payment
 * @param brought what the children had before the first payment to them
 * @param after what the funder has now
 * @param held what the children have now
 * @param holders how many of them have something
 * @param unsettled how many payments are on record and in no block
 * @param spending what the blocks since funding began say of all these accounts
 */
public record Statement(BigInteger before, BigInteger brought, BigInteger after, BigInteger held, int holders,
    int unsettled, Spending spending) {

  /** What paying the children and bringing the money back has cost. */
  public BigInteger fees() {
    return spending.fees();
  }

  /** By the balances: what has left these accounts beyond {@link #fees}. */
  public BigInteger elsewhere() {
    return before.add(brought).subtract(after).subtract(fees()).subtract(held);
  }

  /**
   * By balances and blocks: what has left these accounts (when negative: come to them) and no transaction tells of. 0 unless contracts have
   * paid these accounts or taken from them while they ran, or a balance was changed from outside.
   */
  public BigInteger unexplained() {
    return elsewhere().subtract(spending.net());
  }

  /** Whether every wei is accounted for. */
  public boolean holds() {
    return unexplained().signum() == 0;
  }

  /** One line for people. */
  @Override
  public String toString() {
    return ("the funder had %s and has %s; fees %s, still held by %d accounts %s, their %d own transactions cost %s and gave %s away"
        + "; unexplained %s%s").formatted(Ether.text(before.add(brought)), Ether.text(after), Ether.text(fees()),
            holders, Ether.text(held), spending.transactions(), Ether.text(spending.cost()),
            Ether.text(spending.given().subtract(spending.received())), Ether.text(unexplained()),
            unsettled == 0 ? "" : "; " + unsettled + " payments are in no block");
  }
}
