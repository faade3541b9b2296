package invariant.checkout;

import it.unimi.dsi.fastutil.longs.LongArrayList;

/** What is counted and must add up: the stock of items, or the credit of users. An account's number is that of its id. */
final class Accounts {

  private static final int KNOWN = 1;
  private static final int READ = 2;

  /** For people: what it is, and what is counted. */
  final String noun;
  final String what;

  final Ids ids = new Ids();
  /** What was added and taken by direct calls; what was refused is not in it. */
  final Log moves = new Log();
  /** What was read while the run went on. */
  final Log polls = new Log();

  private final Ints flags = new Ints();
  private final Longs initial = new Longs();
  private final Longs last = new Longs();
  /** Ids 0 to batch - 1 were made at once. */
  private long batch;
  private long batchInitial;

  Accounts(String noun, String what) {
    this.noun = noun;
    this.what = what;
  }

  /** The number of an id. */
  int number(String id) {
    int before = ids.size();
    int number = ids.number(id);
    if (number == before && isIn(batch, id)) {
      open(number, batchInitial);
    }
    return number;
  }

  /** The account was made in this run, holding so much. */
  void open(int account, long holding) {
    initial.set(account, holding);
    flags.set(account, flags.get(account) | KNOWN);
  }

  /** Accounts 0 to count - 1 were made in this run. */
  void openBatch(long count, long holding) {
    batch = count;
    batchInitial = holding;
    for (int account = 0; account < ids.size(); account++) {
      if (isIn(count, ids.text(account))) {
        open(account, holding);
      }
    }
  }

  /** Whether an id is one of a batch's: a plain number below the count. */
  static boolean isIn(long count, String id) {
    if (count == 0 || id.isEmpty() || id.length() > 18 || id.length() > 1 && id.charAt(0) == '0') {
      return false;
    }
    long number = 0;
    for (int i = 0; i < id.length(); i++) {
      int digit = id.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      number = number * 10 + digit;
    }
    return number < count;
  }

  /** The final state, or a later one. */
  void read(int account, long value) {
    last.set(account, value);
    flags.set(account, flags.get(account) | READ);
  }

  int size() {
    return ids.size();
  }

  /** Whether the run knows what it held in the beginning. */
  boolean known(int account) {
    return (flags.get(account) & KNOWN) != 0;
  }

  boolean isRead(int account) {
    return (flags.get(account) & READ) != 0;
  }

  long initial(int account) {
    return initial.get(account);
  }

  /** What it holds in the end. */
  long last(int account) {
    return last.get(account);
  }

  /** What it would hold if nothing had been sold, and no unknown call had happened. */
  long supply(int account) {
    long supply = initial(account);
    for (int move = moves.first(account); move >= 0; move = moves.next(move)) {
      supply = Math.addExact(supply, moves.sure(move) ? moves.amount(move) : 0);
    }
    return supply;
  }

  /** The amounts of direct calls that may have happened, or not; false when there are none. */
  boolean unsure(int account, LongArrayList amounts) {
    amounts.clear();
    for (int move = moves.first(account); move >= 0; move = moves.next(move)) {
      if (!moves.sure(move) && moves.amount(move) != 0) {
        amounts.add(moves.amount(move));
      }
    }
    return !amounts.isEmpty();
  }

  /** For people. */
  String name(int account) {
    return noun + " " + ids.text(account);
  }
}
