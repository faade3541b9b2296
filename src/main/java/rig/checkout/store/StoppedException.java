package rig.checkout.store;

/** The service has been stopped in the middle of it: what was asked for may have happened, or not. */
public final class StoppedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Tells who was stopped. */
  public StoppedException(String who) {
    super(who + " has been stopped", null, false, false);
  }
}
