package fault;

import java.util.List;

/**
 * Something that is broken on purpose, and healed.
 *
 * <p>{@link FaultInjector} calls it, one window at a time, each call on a thread that may block. What takes too long is interrupted: {@link
 * Patience} says when.
 */
public interface Fault {

  /** What is wrong meanwhile: stable, lower-case, free of data, for example {@code order stopped}. Known before the target is. */
  String title();

  /** Why it could not be done to this target, each a line with the fix; empty when it could. Asked once the target is known. */
  default List<String> problems() {
    return List.of();
  }

  /**
   * Breaks it.
   *
   * @throws Exception when it could not be done; it may have happened in part, so it is healed all the same
   */
  void begin() throws Exception;

  /**
   * Heals it. Must be harmless when there is nothing to heal, and when called again.
   *
   * @throws Exception when it is not healed; it is tried again
   */
  void heal() throws Exception;

  /**
   * Whether what was broken works again; asked again and again once it is healed.
   *
   * @throws Exception when that cannot be seen: the same as no
   */
  boolean recovered() throws Exception;
}
