package rig.checkout;

/** The rig has not been started yet. Nothing was done. */
final class NotStartedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotStartedException() {
    super("the rig is starting", null, false, false);
  }
}
