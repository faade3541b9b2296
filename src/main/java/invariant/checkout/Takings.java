package invariant.checkout;

/** What checkouts have taken from the accounts that were polled, and when. */
final class Takings {

  /**
   * The checkouts of one order that had one kind of outcome.
   *
   * @param from when the first began, in nanoseconds since the run's zero
   * @param to when the last ended
   * @param payments how many of them took something; of refused ones, how many may have done so for a while
   * @param refused whether they were refused
   */
  record Attempt(long from, long to, Payments payments, boolean refused) {}

  /** What was surely taken, from the end of the entry on. */
  final Log surely = new Log();
  /** What may have been taken, from the beginning of the entry on. */
  final Log perhaps = new Log();
  /** What may have been taken for a while, and given back before the end of the entry. */
  final Log passing = new Log();

  private final Accounts accounts;

  Takings(Accounts accounts) {
    this.accounts = accounts;
  }

  /** An attempt took at least and at most so much, each time. */
  void take(Attempt attempt, int account, long least, long most) {
    if (accounts.polls.first(account) < 0) {
      return;
    }
    long perhapsTaken = Math.multiplyExact(attempt.payments().most(), most);
    if (attempt.refused()) {
      passing.add(account, attempt.from(), attempt.to(), perhapsTaken);
      return;
    }
    perhaps.add(account, attempt.from(), Log.NEVER, perhapsTaken);
    long surelyTaken = Math.multiplyExact(attempt.payments().least(), least);
    if (surelyTaken > 0) {
      surely.add(account, attempt.from(), attempt.to(), surelyTaken);
    }
  }
}
