package protocol.rpc.transaction;

import history.Outcome;
import java.util.concurrent.CompletionException;

/** Why a transaction was not even sent. Cheap to make: it has no stack trace. */
final class NotSent extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Outcome.Refused outcome;

  NotSent(Outcome.Refused outcome) {
    super(outcome.code() + ": " + outcome.message(), null, false, false);
    this.outcome = outcome;
  }

  NotSent(String code, String message) {
    this(new Outcome.Refused(code, message));
  }

  /** The outcome of what ended with the given throwable before anything was sent. */
  static Outcome.Refused outcomeOf(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    return cause instanceof NotSent notSent ? notSent.outcome : new Outcome.Refused("crash", cause.toString());
  }
}
