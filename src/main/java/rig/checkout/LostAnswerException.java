package rig.checkout;

/** An error after everything is done: for {@link Anomaly#ERROR_AFTER_COMMIT}. */
final class LostAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  LostAnswerException() {
    super("something went wrong", null, false, false);
  }
}
