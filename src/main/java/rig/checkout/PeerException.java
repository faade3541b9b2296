package rig.checkout;

/** Another service does not answer: what was asked of it may have happened, or not. */
final class PeerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  PeerException(String message, Throwable cause) {
    super(message, cause);
  }
}
