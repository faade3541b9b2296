package account;

import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What blocks say of the accounts of a file: what their transactions cost, and what went out of their circle and came into it. All
 * amounts in wei.
 *
 * @param from the first block that was read
 * @param to the last block that was read; less than {@code from} when there was none
 * @param fees what paying the children and bringing the money back has cost, by the blocks
 * @param transactions how many others the accounts have sent
 * @param cost what those have cost
 * @param given what those have paid to strangers
 * @param received what strangers have paid to the accounts
 */
public record Spending(long from, long to, BigInteger fees, long transactions, BigInteger cost, BigInteger given,
    BigInteger received) {

  /** Nothing yet. */
  static Spending none(long from) {
    return new Spending(from, from - 1, BigInteger.ZERO, 0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
  }

  /** What has left the circle beyond the fees of the funder's own payments. */
  public BigInteger net() {
    return cost.add(given).subtract(received);
  }

  Spending readTo(long block) {
    return new Spending(from, block, fees, transactions, cost, given, received);
  }

  /**
   * The same and a transaction.
   *
   * @param circle the accounts
   * @param onRecord whether it is one of the payments to the children or back
   */
  Spending with(Movement moved, Set<String> circle, boolean onRecord) {
    if (onRecord) {
      return new Spending(from, to, fees.add(moved.fee()), transactions, cost, given, received);
    }
    boolean ours = circle.contains(moved.from());
    boolean stays = inside(moved.to(), circle);
    BigInteger out = ours && !stays ? moved.value() : BigInteger.ZERO;
    BigInteger in = (!ours && stays ? moved.value() : BigInteger.ZERO).add(ours ? moved.minted() : BigInteger.ZERO);
    return new Spending(from, to, fees, transactions + (ours ? 1 : 0), ours ? cost.add(moved.fee()) : cost,
        given.add(out), received.add(in));
  }

  private static boolean inside(@Nullable String address, Set<String> circle) {
    return address != null && circle.contains(address);
  }
}
