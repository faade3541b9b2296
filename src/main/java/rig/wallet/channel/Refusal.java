package rig.wallet.channel;

/** A wallet will not do what it was asked, and has done nothing. */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** It breaks a rule. */
    INVALID,
    /** There is no such channel. */
    NOT_FOUND,
    /** Another participant has the turn. */
    NOT_MY_TURN,
    /** Not now. */
    WRONG_STATUS,
    /** The ledger channel cannot lend that much. */
    INSUFFICIENT_FUNDS,
    /** We have missed a state in between. */
    GAP
  }

  private final Reason reason;

  /** A refusal with a message for whoever asked. */
  public Refusal(Reason reason, String message) {
    // It ends a request, it does not report a defect: nobody reads its stack.
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  static Refusal invalid(String message) {
    return new Refusal(Reason.INVALID, message);
  }
}
