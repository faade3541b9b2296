package lifecycle;

/** A run was asked for something that cannot be; the message names it and tells what to give instead, and is all a user needs. */
public final class IllegalSetting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a line for people. */
  public IllegalSetting(String message) {
    super(message, null, false, false);
  }
}
