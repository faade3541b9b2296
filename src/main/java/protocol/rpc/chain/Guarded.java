package protocol.rpc.chain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A follower whose failures are its own: they are logged, and the others are told all the same. */
record Guarded(String transaction, Follower follower) implements Follower {

  private static final Logger LOGGER = LoggerFactory.getLogger(Guarded.class);

  @Override
  public void onSeen(Sight sight, long time) {
    guard(() -> follower.onSeen(sight, time));
  }

  @Override
  public void onIncluded(Inclusion inclusion) {
    guard(() -> follower.onIncluded(inclusion));
  }

  @Override
  public void onLeft(Inclusion inclusion) {
    guard(() -> follower.onLeft(inclusion));
  }

  @Override
  public void onConfirmed(long time) {
    guard(() -> follower.onConfirmed(time));
  }

  @Override
  public void onSafe(long time) {
    guard(() -> follower.onSafe(time));
  }

  @Override
  public void onFinalized(long time) {
    guard(() -> follower.onFinalized(time));
  }

  private void guard(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOGGER.error("Who follows transaction {} failed", transaction, e);
    }
  }
}
