package rig.wallet;

import java.time.Duration;

/**
 * How the messages between wallets suffer, to try that they recover. A whole message is dropped or delayed.
 *
 * @param dropped the share that is lost, from 0 to 1
 * @param meanDelay before each message; the delays are spread evenly from half of it to one and a half
 * @param seed of all chance
 */
public record Disturbance(double dropped, Duration meanDelay, long seed) {

  /** Messages arrive. */
  public static final Disturbance NONE = new Disturbance(0, Duration.ZERO, 0);
}
