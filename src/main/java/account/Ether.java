package account;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Amounts for people, exact to the wei. */
final class Ether {

  private static final int DECIMALS = 18;

  private Ether() {}

  /** For example {@code 0.5 ETH}. */
  static String text(BigInteger wei) {
    var amount = new BigDecimal(wei).movePointLeft(DECIMALS).stripTrailingZeros();
    return amount.toPlainString() + " ETH";
  }
}
