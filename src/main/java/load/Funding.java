package load;

/** How a channel gets its money. */
public sealed interface Funding {

  /** No money is locked: the wallets only sign. Not in the original format, where it is spelled {@code {"type":"None"}}. */
  record None() implements Funding {}

  /** Each participant deposits on chain. */
  record Direct() implements Funding {}

  /**
   * A ledger channel lends part of its outcome.
   *
   * @param ledgerJob the job that creates the ledger channel
   */
  record Ledger(String ledgerJob) implements Funding {}
}
