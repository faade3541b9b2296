package account;

import java.time.Duration;
import java.util.Optional;

/**
 * How a funder pays.
 *
 * @param chainId the only chain that it pays on
 * @param allowMainnet whether money may be real there
 * @param cap the most that may leave the funder
 * @param batching pays many at once; empty to pay each by itself
 * @param poll how long it waits between two looks at the chain
 * @param patience after that it gives up what is in no block; what was paid is on record
 * @param lane how many payments are in flight at once, and how patient it is with each
 */
public record FundingRules(long chainId, boolean allowMainnet, SpendingCap cap, Optional<Batching> batching,
    Duration poll, Duration patience, LaneRules lane) {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Looks twice a second, gives up after five minutes, pays each account by itself, and never where money is real. */
  public static FundingRules of(long chainId, SpendingCap cap) {
    return new FundingRules(chainId, false, cap, Optional.empty(), POLL, PATIENCE, LaneRules.USUAL);
  }

  /** The same, paying many at once. */
  public FundingRules with(Batching many) {
    return new FundingRules(chainId, allowMainnet, cap, Optional.of(many), poll, patience, lane);
  }

  /** The same in another rhythm. */
  public FundingRules within(Duration interval, Duration atMost) {
    return new FundingRules(chainId, allowMainnet, cap, batching, interval, atMost, lane);
  }

  /** The same where money is real. */
  public FundingRules onMainnet() {
    return new FundingRules(chainId, true, cap, batching, poll, patience, lane);
  }

  Polling polling() {
    return new Polling(poll, patience);
  }
}
