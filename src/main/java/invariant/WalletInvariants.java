package invariant;

import java.util.List;

/** The invariants of state-channel wallets. */
public final class WalletInvariants {

  private WalletInvariants() {}

  /** What the wallets themselves, and their databases, must keep true. */
  public static List<Invariant> offChain() {
    return List.of(new TurnNumbersOnlyGrow(), new BothSidesHoldTheSameState(), new AllocationsSumToTheFunding(),
        new AcknowledgedUpdatesAreHeld(), new EveryInstructionIsAccountedFor(), new ChannelsThatShouldCloseAreClosed());
  }

  /** What the chain must keep true; for targets that settle on one. */
  public static List<Invariant> onChain() {
    return List.of(new PayoutsEqualTheOutcome(), new DepositsArePaidOutOrLocked());
  }
}
