package rig.wallet;

/** Bugs that can be planted in the wallets, each to see an invariant turn red; others may see it, too. None by default. */
public enum Anomaly {
  /** After an update, the first wallet shows its owner the turn before. Found by {@code TurnNumbersOnlyGrow}. */
  TURN_GOES_BACK(false),
  /** The first wallet shows other app data than it has signed. Found by {@code BothSidesHoldTheSameState}. */
  SIDES_DIFFER(false),
  /** Updates add one wei to the first share, and nobody checks. Found by {@code AllocationsSumToTheFunding}. */
  MINTED_WEI(true),
  /** The first wallet accepts its owner's updates, and signs the next turn with the old outcome. Found by {@code AcknowledgedUpdatesAreHeld}. */
  LOST_UPDATE(false),
  /** The first wallet forgets one in five channels that have run quietly for a sync interval. Found by {@code EveryInstructionIsAccountedFor}. */
  FORGOTTEN_CHANNEL(false),
  /** The first wallet's database still has closed channels open. Found by {@code ChannelsThatShouldCloseAreClosed}. */
  ROW_STAYS_OPEN(false),
  /** Directly funded channels are reported closed and never concluded. Found by {@code PayoutsEqualTheOutcome}. */
  WITHHELD_PAYOUT(true),
  /** The adjudicator keeps one wei of each payout. Found by {@code PayoutsEqualTheOutcome}. */
  LEAKY_ADJUDICATOR(true),
  /**
   * The adjudicator passes on one wei of each deposit. Found by {@code DepositsArePaidOutOrLocked}, as long as the money of open channels
   * covers what the payouts of others lack; the last payout reverts.
   */
  SKIMMED_DEPOSIT(true);

  private final boolean everywhere;

  Anomaly(boolean everywhere) {
    this.everywhere = everywhere;
  }

  /** Whether it is planted in that wallet; some bugs only show when one side is honest. */
  boolean concerns(int wallet) {
    return everywhere || wallet == 0;
  }
}
