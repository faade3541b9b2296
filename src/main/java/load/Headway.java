package load;

/** Is told how far long work has come. */
@FunctionalInterface
public interface Headway {

  /** For work that nobody waits for. */
  Headway UNTOLD = (_, _) -> {};

  /**
   * One more is done; called often, so it must be quick.
   *
   * @param done what is done to the instructions, for example {@code written}
   * @param instructions to how many so far
   */
  void at(String done, long instructions);
}
