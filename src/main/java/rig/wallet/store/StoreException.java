package rig.wallet.store;

/** The database does not answer; what was to be saved has not happened. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
