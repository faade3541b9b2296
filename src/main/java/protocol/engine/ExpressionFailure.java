package protocol.engine;

/** A parameter has no value for a virtual user, for example because the attribute of a {@code #{name}} is missing. */
public final class ExpressionFailure extends Exception {

  private static final long serialVersionUID = 1;

  /** What is wrong with which parameter; without a stack trace, since it tells of data and not of code. */
  public ExpressionFailure(String message) {
    super(message, null, false, false);
  }
}
