package invariant.checkout;

/** Entries with times and an amount, chained by who they are about: the newest first. */
final class Log {

  /** The end of what may have happened any time: nobody knows when, or whether. */
  static final long NEVER = Long.MAX_VALUE;

  /** By owner, and by entry: the next entry + 1; 0 when there is none. */
  private final Ints first = new Ints();
  private final Ints next = new Ints();
  private final Longs started = new Longs();
  private final Longs ended = new Longs();
  private final Longs amount = new Longs();
  private int size;

  /**
   * Adds an entry.
   *
   * @param begun nanoseconds since the run's zero
   * @param done nanoseconds since the run's zero, or {@link #NEVER}
   */
  int add(int owner, long begun, long done, long number) {
    started.set(size, begun);
    ended.set(size, done);
    amount.set(size, number);
    next.set(size, first.get(owner));
    size++;
    first.set(owner, size);
    return size - 1;
  }

  /** The newest entry of an owner; -1 when there is none. */
  int first(int owner) {
    return first.get(owner) - 1;
  }

  /** The entry before that of the same owner; -1 when there is none. */
  int next(int entry) {
    return next.get(entry) - 1;
  }

  long started(int entry) {
    return started.get(entry);
  }

  long ended(int entry) {
    return ended.get(entry);
  }

  /** Whether it certainly happened. */
  boolean sure(int entry) {
    return ended.get(entry) != NEVER;
  }

  long amount(int entry) {
    return amount.get(entry);
  }

  int size() {
    return size;
  }
}
