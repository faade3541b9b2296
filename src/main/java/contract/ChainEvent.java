package contract;

import java.math.BigInteger;

/** What the adjudicator tells about a channel. All ids are 32-byte lower-case hex with 0x. */
public sealed interface ChainEvent {

  /** The channel it is about. */
  String channelId();

  /** The block it happened in. */
  long block();

  /** Money came in: {@code held} is what the channel holds of the asset now, in its smallest unit. */
  record Deposited(String channelId, long block, String asset, BigInteger held) implements ChainEvent {}

  /** Money went out: what the channel held of the asset at that place of its outcome, and what it holds now. */
  record AllocationUpdated(String channelId, long block, int assetIndex, Holdings holdings) implements ChainEvent {}

  /** A challenge runs: unless a turn after {@code turnNum} is shown, the channel ends at {@code finalizesAt} (seconds since 1970). */
  record ChallengeRegistered(String channelId, long block, long turnNum, long finalizesAt) implements ChainEvent {}

  /** A challenge was answered by a state of that turn. */
  record ChallengeCleared(String channelId, long block, long turnNum) implements ChainEvent {}

  /** All agreed to end the channel: it ended at {@code finalizesAt} (seconds since 1970). */
  record Concluded(String channelId, long block, long finalizesAt) implements ChainEvent {}

  /** Holdings before and after a payout, in the asset's smallest unit. */
  record Holdings(BigInteger before, BigInteger after) {}
}
