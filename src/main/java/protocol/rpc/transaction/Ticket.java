package protocol.rpc.transaction;

import java.util.concurrent.atomic.AtomicReference;

/** Lets an order be taken back as long as nothing was signed for it. Safe from any thread. */
public final class Ticket {

  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  private enum State {
    WAITING, SIGNED, TAKEN_BACK
  }

  Ticket() {}

  /** Takes the order back; false when that is too late, or was done before. Its progress hears nothing of it. */
  boolean takeBack() {
    return state.compareAndSet(State.WAITING, State.TAKEN_BACK);
  }

  /** It is about to be signed; false when it was taken back. */
  boolean sign() {
    return state.compareAndSet(State.WAITING, State.SIGNED);
  }

  boolean isTakenBack() {
    return state.get() == State.TAKEN_BACK;
  }
}
