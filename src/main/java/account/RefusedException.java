package account;

import java.io.IOException;

/** The node answered that it does not take a transaction. */
public final class RefusedException extends IOException {

  private static final long serialVersionUID = 1;

  private final Refusal reason;

  /** Refused, with what the node said. */
  public RefusedException(Refusal reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why. */
  public Refusal reason() {
    return reason;
  }
}
