package account;

import java.time.Duration;

/**
 * How patient a lane is.
 *
 * @param inFlight at how many nonces that are in no block yet no further one is taken, at least 1; nodes hold 16 to 64 an account
 * @param answer after how long what the node does not have is sent again, and a gap filled
 * @param stuck after how long the transaction at the head offers more
 * @param raises how often it does so at most, 0 for never
 */
public record LaneRules(int inFlight, Duration answer, Duration stuck, int raises) {

  /** Sixteen in flight; five seconds for an answer; twenty seconds at the head before it offers more, three times at most. */
  public static final LaneRules USUAL = new LaneRules(16, Duration.ofSeconds(5), Duration.ofSeconds(20), 3);

  /** The same with another limit. */
  public LaneRules withInFlight(int limit) {
    return new LaneRules(limit, answer, stuck, raises);
  }

  /** The same, offering more after another time, and waiting for an answer a quarter of it. */
  public LaneRules stuckAfter(Duration time) {
    return new LaneRules(inFlight, time.dividedBy(4), time, raises);
  }
}
