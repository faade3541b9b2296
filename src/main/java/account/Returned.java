package account;

import java.math.BigInteger;

/**
 * What a sweep has brought back, those of an earlier one that it found on their way included.
 *
 * @param payments how many have arrived
 * @param wei what they brought
 * @param fees what they cost, in wei
 */
public record Returned(int payments, BigInteger wei, BigInteger fees) {

  /** One line for people. */
  @Override
  public String toString() {
    return payments == 0 ? "no account had what a payment costs"
        : "%s came back from %d accounts and cost %s".formatted(Ether.text(wei), payments, Ether.text(fees));
  }
}
