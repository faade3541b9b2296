package rig.checkout.store;

/** The database did not answer as it should: what was asked for may have happened, or not. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
