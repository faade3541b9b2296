package rig.chain;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a local chain is run.
 *
 * @param anvil the program, as {@link AnvilFinder} finds it
 * @param blockTime between two blocks, at least 10 ms; never on demand, since anvil stops sealing blocks under load then
 * @param chainId 1 or more
 * @param contract the adjudicator to deploy: {@code Adjudicator}, or for a planted anomaly {@code LeakyAdjudicator} or
 *     {@code SkimmingAdjudicator}
 * @param history whether the states of past blocks are kept, without which nothing can be reorganised; costs memory with each block
 * @param gas what a block has room for, and what it costs
 */
public record ChainOptions(Path anvil, Duration blockTime, long chainId, String contract, boolean history, Gas gas) {

  /**
   * Gas on a chain.
   *
   * @param limit how much of it a block has room for, at least 21,000
   * @param price the base fee of the first block, in wei; 0 or more
   */
  public record Gas(long limit, long price) {

    /** Room for thousands of transactions in a block, and no fee: what is paid in and out adds up to the wei. */
    static final Gas FREE = new Gas(3_000_000_000L, 0);
  }

  private static final Duration BLOCK_TIME = Duration.ofSeconds(1);
  private static final long CHAIN_ID = 9001;

  /** One block a second, chain id 9001, the honest adjudicator. */
  public static ChainOptions of(Path anvil) {
    return new ChainOptions(anvil, BLOCK_TIME, CHAIN_ID, "Adjudicator", false, Gas.FREE);
  }

  /** The same with another time between blocks. */
  public ChainOptions withBlockTime(Duration time) {
    return new ChainOptions(anvil, time, chainId, contract, history, gas);
  }

  /** The same with another adjudicator, by the name of its artifact. */
  public ChainOptions withContract(String name) {
    return new ChainOptions(anvil, blockTime, chainId, name, history, gas);
  }

  /** The same with the states of past blocks kept. */
  public ChainOptions withHistory() {
    return new ChainOptions(anvil, blockTime, chainId, contract, true, gas);
  }

  /** The same under another chain id. */
  public ChainOptions withId(long id) {
    return new ChainOptions(anvil, blockTime, id, contract, history, gas);
  }

  /** The same with other gas. */
  public ChainOptions withGas(Gas other) {
    return new ChainOptions(anvil, blockTime, chainId, contract, history, other);
  }
}
