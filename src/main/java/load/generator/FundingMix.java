package load.generator;

import java.util.Random;

/**
 * How channels are funded: each one is drawn by weight.
 *
 * @param none the weight of unfunded channels, 0 or more
 * @param direct the weight of channels with deposits of their own, 0 or more
 * @param ledger the weight of channels that a ledger channel funds, 0 or more
 */
public record FundingMix(int none, int direct, int ledger) {

  /** A kind of funding. */
  enum Kind {
    NONE, DIRECT, LEDGER
  }

  private static final int HEAVIEST = 1_000_000;

  /**
   * Checks the weights.
   *
   * @throws IllegalArgumentException when one is out of range, or all are 0
   */
  public FundingMix {
    int least = Math.min(none, Math.min(direct, ledger));
    int most = Math.max(none, Math.max(direct, ledger));
    Draw.require(least >= 0 && most > 0 && most <= HEAVIEST,
        "funding weights are from 0 to 1000000, and not all 0: for example None=60,Direct=10,Ledger=30");
  }

  boolean isLedgerOnly() {
    return none == 0 && direct == 0;
  }

  boolean hasLedger() {
    return ledger > 0;
  }

  /** The funding of one channel; a ledger only when one can be used. */
  Kind draw(boolean ledgerReady, Random random) {
    int drawn = random.nextInt(none + direct + (ledgerReady ? ledger : 0));
    return drawn < none ? Kind.NONE : drawn < none + direct ? Kind.DIRECT : Kind.LEDGER;
  }
}
