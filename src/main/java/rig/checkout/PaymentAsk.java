package rig.checkout;

/**
 * What the order service asks of the payment service.
 *
 * @param checkout the key: asked twice with the same one, it is done once
 * @param user who pays, or gets it back
 */
record PaymentAsk(Kind kind, String checkout, String user, long amount) {

  /** Which way the money goes. */
  enum Kind {
    PAY, GIVE_BACK
  }
}
