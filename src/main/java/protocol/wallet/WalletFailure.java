package protocol.wallet;

import history.Outcome;
import java.util.concurrent.CompletionException;

/** Why a wallet did not do what it was asked. Cheap to make: it has no stack trace. */
public final class WalletFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  private WalletFailure(Outcome outcome, String message) {
    super(message, null, false, false);
    this.outcome = outcome;
  }

  /**
   * It certainly did not happen.
   *
   * @param code {@code not-my-turn}, {@code not-found}, {@code invalid}, {@code transport} (never sent) …
   */
  public static WalletFailure refused(String code, String message) {
    return new WalletFailure(new Outcome.Refused(code, message), code + ": " + message);
  }

  /**
   * It may have happened.
   *
   * @param code {@code timeout}, {@code transport} (the connection was lost after sending), {@code server-error}, {@code stuck}
   */
  public static WalletFailure unknown(String code, String message) {
    return new WalletFailure(new Outcome.Unknown(code, message), code + ": " + message);
  }

  /** The same of a request that a wallet had accepted before: it may have happened, whatever was said later. */
  static WalletFailure afterAcceptance(Throwable thrown) {
    return switch (outcomeOf(thrown)) {
      case Outcome.Refused(String code, String message) -> unknown(code, message);
      case Outcome.Unknown(String code, String message) -> unknown(code, message);
      case Outcome.Ok() -> throw new IllegalArgumentException("nothing failed", thrown);
    };
  }

  /** The outcome of what ended with the given throwable, on its own or inside a stage. */
  static Outcome outcomeOf(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    return cause instanceof WalletFailure failure ? failure.outcome()
        : new Outcome.Unknown("crash", cause.getClass().getName());
  }

  /** Refused or unknown, with its error class. */
  public Outcome outcome() {
    return outcome;
  }
}
