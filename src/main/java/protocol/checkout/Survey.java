package protocol.checkout;

import protocol.engine.Turn;

/**
 * What the rounds of final reads have in common.
 *
 * @param turn of the virtual user that reads
 * @param checkout where
 * @param entities what
 * @param deadline nanoseconds since zero, when patience ends
 */
record Survey(Turn turn, CheckoutComponents checkout, Entities entities, long deadline) {

  /** Whether patience has ended. */
  boolean isOver() {
    return turn.clock().now() > deadline;
  }

  Settling settling() {
    return checkout.settings().settling();
  }
}
