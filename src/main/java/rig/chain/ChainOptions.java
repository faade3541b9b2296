package rig.chain;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a local chain is run.
 *
 * @param anvil the program, as {@link AnvilFinder} finds it
 * @param blockTime between two blocks, at least 10 ms; never on demand, since anvil stops sealing blocks under load then
 * @param chainId 1 or more
 * @param contract the adjudicator to deploy: {@code Adjudicator}, or {@code LeakyAdjudicator} for the planted anomaly
 * @param history whether the states of past blocks are kept, without which nothing can be reorganised; costs memory with each block
 */
public record ChainOptions(Path anvil, Duration blockTime, long chainId, String contract, boolean history) {

  private static final Duration BLOCK_TIME = Duration.ofSeconds(1);
  private static final long CHAIN_ID = 9001;

  /** One block a second, chain id 9001, the honest adjudicator. */
  public static ChainOptions of(Path anvil) {
    return new ChainOptions(anvil, BLOCK_TIME, CHAIN_ID, "Adjudicator", false);
  }

  /** The same with another time between blocks. */
  public ChainOptions withBlockTime(Duration time) {
    return new ChainOptions(anvil, time, chainId, contract, history);
  }

  /** The same with an adjudicator that pays one wei of each payout to its deployer. */
  public ChainOptions leaky() {
    return new ChainOptions(anvil, blockTime, chainId, "LeakyAdjudicator", history);
  }

  /** The same with the states of past blocks kept. */
  public ChainOptions withHistory() {
    return new ChainOptions(anvil, blockTime, chainId, contract, true);
  }
}
