package rig.wallet.channel;

/** Where a channel's money is. */
public sealed interface Funding {

  /** Nowhere: the participants only sign. */
  record None() implements Funding {}

  /** On chain, deposited by each participant. */
  record Direct() implements Funding {}

  /** In a ledger channel of the same participants, whose outcome pays this channel's id. */
  record Ledger(String channelId) implements Funding {}
}
