package rig.checkout.store;

/** What was asked for cannot be done; nothing has changed. The message tells the customer why. */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  /** Refuses for a reason. */
  public Refusal(String reason) {
    super(reason, null, false, false);
  }

  /** Why. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
