package protocol.engine;

/**
 * What an action does with each virtual user that comes by.
 *
 * <p>It runs on the user's event loop, which hundreds of users share: it starts things and must not wait for them. Its turn is ended
 * exactly once, by {@link Turn#end}, here or in a later callback. Whatever it throws ends the turn too.
 *
 * @param <C> the protocol's components
 */
@FunctionalInterface
public interface Step<C> {

  /**
   * Starts one user's passage.
   *
   * @throws ExpressionFailure when a parameter has no value for this user; nothing may have been sent yet
   */
  void run(Turn turn, C components) throws ExpressionFailure;
}
