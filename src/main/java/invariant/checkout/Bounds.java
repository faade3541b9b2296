package invariant.checkout;

import java.util.List;

/**
 * Between what an account held at least, and what it held at most, in some time.
 *
 * <p>What was acknowledged before the time began has happened; what began before it ended may have. A refused checkout may have taken
 * something while it was under way, as sagas do. Equal times are taken to overlap.
 */
final class Bounds {

  private final Accounts accounts;
  private final Takings takings;
  private final Flow surelyIn = new Flow();
  private final Flow perhapsIn = new Flow();
  private final Flow surelyOut = new Flow();
  private final Flow perhapsOut = new Flow();
  private final Flow passingOut = new Flow();
  private final Flow passingBack = new Flow();
  private final List<Flow> flows = List.of(surelyIn, perhapsIn, surelyOut, perhapsOut, passingOut, passingBack);
  private long initial;

  Bounds(Accounts accounts, Takings takings) {
    this.accounts = accounts;
    this.takings = takings;
  }

  /** Turns to an account. */
  void of(int account) {
    initial = accounts.initial(account);
    flows.forEach(Flow::clear);
    direct(accounts.moves, account);
    for (int sale = takings.surely.first(account); sale >= 0; sale = takings.surely.next(sale)) {
      surelyOut.add(takings.surely.ended(sale), takings.surely.amount(sale));
    }
    for (int sale = takings.perhaps.first(account); sale >= 0; sale = takings.perhaps.next(sale)) {
      perhapsOut.add(takings.perhaps.started(sale), takings.perhaps.amount(sale));
    }
    for (int pass = takings.passing.first(account); pass >= 0; pass = takings.passing.next(pass)) {
      passingOut.add(takings.passing.started(pass), takings.passing.amount(pass));
      passingBack.add(takings.passing.ended(pass), takings.passing.amount(pass));
    }
    flows.forEach(Flow::seal);
  }

  private void direct(Log moves, int account) {
    for (int move = moves.first(account); move >= 0; move = moves.next(move)) {
      long amount = moves.amount(move);
      (amount > 0 ? perhapsIn : perhapsOut).add(moves.started(move), Math.abs(amount));
      if (moves.sure(move)) {
        (amount > 0 ? surelyIn : surelyOut).add(moves.ended(move), Math.abs(amount));
      }
    }
  }

  /** What it held at least at every moment between two times. */
  long least(long from, long to) {
    long passing = passingOut.until(to) - passingBack.before(from);
    return initial + surelyIn.before(from) - perhapsOut.until(to) - passing;
  }

  /** What it held at most at every moment between two times. */
  long most(long from, long to) {
    return initial + perhapsIn.until(to) - surelyOut.before(from);
  }
}
