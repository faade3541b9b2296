package rig.wallet;

import java.time.Duration;
import java.util.Optional;

/**
 * How a wallet behaves.
 *
 * @param joins whether it joins channels that peers propose by itself
 * @param syncInterval how long a channel may make no progress before the peers are asked
 * @param challengeAfter how long a peer may be silent before the chain is asked to decide; never when empty
 * @param disturbance how its messages suffer
 */
public record WalletSettings(boolean joins, Duration syncInterval, Optional<Duration> challengeAfter,
    Disturbance disturbance) {

  /** Joins by itself, asks after a second, never challenges by itself, loses nothing. */
  public static final WalletSettings DEFAULT = new WalletSettings(true, Duration.ofSeconds(1), Optional.empty(),
      Disturbance.NONE);

  /** The same, asking the chain when a peer has been silent for so long; never when empty. */
  public WalletSettings challengingAfter(Optional<Duration> silence) {
    return new WalletSettings(joins, syncInterval, silence, disturbance);
  }
}
