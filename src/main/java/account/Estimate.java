package account;

import java.math.BigInteger;

/**
 * What it takes to bring children up to a level, reckoned before anything is sent.
 *
 * @param children how many lack something
 * @param value what they lack in all, in wei
 * @param fees what paying them costs at most, in wei
 * @param transactions how many that takes
 * @param balance what the funder has, in wei
 */
public record Estimate(int children, BigInteger value, BigInteger fees, int transactions, BigInteger balance) {

  /** Value and fees, in wei. */
  public BigInteger total() {
    return value.add(fees);
  }

  /** What the funder lacks, in wei; 0 when it has enough. */
  public BigInteger missing() {
    return total().subtract(balance).max(BigInteger.ZERO);
  }

  /** One line for people. */
  @Override
  public String toString() {
    return "%d accounts lack %s; paying them takes %d transactions and at most %s; the funder has %s"
        .formatted(children, Ether.text(value), transactions, Ether.text(fees), Ether.text(balance));
  }
}
