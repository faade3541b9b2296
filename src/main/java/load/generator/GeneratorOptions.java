package load.generator;

import load.Roles;

/**
 * What a load shall be. The same options make the same load.
 *
 * @param roles who takes part: all of them in every channel, but two in a ledger channel and in what it funds
 * @param seed of everything that is drawn
 * @param volume how many channels, and over what time
 * @param arrivals when they are created
 * @param funding how they are funded
 * @param ledgers the ledger channels, if any are used
 * @param updates of each channel
 * @param amounts that each participant puts in
 */
public record GeneratorOptions(Roles roles, long seed, Volume volume, Arrivals arrivals, FundingMix funding,
    Ledgers ledgers, Updates updates, Amounts amounts) {

  /**
   * Checks what goes together.
   *
   * @throws IllegalArgumentException when a process that draws the number of channels is asked for an exact one
   */
  public GeneratorOptions {
    Draw.require(arrivals.isExact() || volume instanceof Volume.ByRate,
        "these arrivals draw the number of channels themselves: give a create rate instead of a number of channels");
  }
}
