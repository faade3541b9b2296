package protocol.rpc.transaction;

import account.Fate;
import account.SignedTransaction;
import history.Outcome;
import protocol.rpc.chain.Follower;
import protocol.rpc.chain.Inclusion;

/**
 * Who wants to know how an {@link Order} is getting on. Called on any thread, in no certain order where two things happen at once: a
 * transaction may be in a block before the node has answered. Times are readings of {@link System#nanoTime}.
 */
public interface Progress extends Follower {

  /** Nobody wants to know. */
  Progress NOBODY = new Progress() {};

  /** It was not sent, and will not be: the last call. */
  default void onNotSent(Outcome.Refused reason) {}

  /** It has a nonce and its turn to be signed. */
  default void onSigning(long time) {}

  /**
   * It is about to be sent; or another one in its place that offers more.
   *
   * @param signed when its signature was there
   * @param time when it is sent
   */
  default void onSending(SignedTransaction transaction, long signed, long time) {}

  /** What the node answered. A refusal is the end of it only when {@link #onFate} says so. */
  default void onAnswered(Outcome outcome, long time) {}

  @Override
  default void onIncluded(Inclusion inclusion) {}

  @Override
  default void onLeft(Inclusion inclusion) {}

  /** What has become of it, as far as its nonces tell; a later call corrects it. */
  default void onFate(Fate fate) {}
}
