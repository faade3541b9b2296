package rig.wallet;

/** The wallet is not open: it starts or stops. Nothing was done. */
final class ClosedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ClosedException() {
    super("the wallet is starting or stopping", null, false, false);
  }
}
