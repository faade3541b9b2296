package account;

/** Is told how far long work has come; may be told often, and by many threads. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress SILENT = (_, _, _) -> {};

  /**
   * Work goes on.
   *
   * @param what is counted, for example {@code blocks read}
   * @param done so many by now
   * @param all so many in the end
   */
  void at(String what, long done, long all);
}
