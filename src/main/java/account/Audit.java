package account;

import account.Books.Payment;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Reads the blocks since funding began, and what the accounts of a file have after them. The two belong together: it looks
 * again when something moves while it looks.
 */
final class Audit {

  private static final int CHUNK = 64;
  /** So many blocks are read at once; few when they are full, since all of them are in memory then. */
  private static final int AT_ONCE = 16;
  private static final int FEW = 2;
  /** In one block, on the average. */
  private static final int FULL = 50;
  private static final int LOOKS = 10;

  private final Node node;
  private final AccountsFile file;
  private final Progress progress;
  private final Reading reading;
  private final Set<String> circle = new HashSet<>();
  private final Set<String> onRecord;
  private final Set<String> seen = new HashSet<>();
  private Spending spending;
  private long moved;
  private int atOnce = FEW;

  /**
   * An audit.
   *
   * @param after the block before the first that counts
   */
  Audit(Node node, AccountsFile file, Chapter chapter, long after) {
    this.node = node;
    this.file = file;
    this.progress = chapter.progress();
    this.reading = chapter.reading();
    this.onRecord = file.payments(chapter.chainId()).stream().map(Payment::hash).collect(Collectors.toSet());
    this.spending = Spending.none(after + 1);
    file.children().forEach(child -> circle.add(child.address()));
    circle.add(file.funder().toLowerCase(Locale.ROOT));
  }

  /** What an audit is about, how closely it looks, and who is told how far it has come. */
  record Chapter(long chainId, Reading reading, Progress progress) {}

  /**
   * What all have at one time.
   *
   * @param block the latest one by then
   * @param funder what the funder has, in wei
   * @param children what each of the others has, in the file's order, in wei
   */
  record Standing(long block, BigInteger funder, List<BigInteger> children) {

    BigInteger held() {
      return children.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    int holders() {
      return (int) children.stream().filter(balance -> balance.signum() > 0).count();
    }
  }

  /** Looks until nothing moves meanwhile, ten times at most: accounts that are in use are never quiet. */
  Standing standing() throws IOException {
    read(node.head());
    for (int look = 1;; look++) {
      long before = moved;
      List<BigInteger> children = Crowd.ask(file.children(), child -> node.balance(child.address()));
      BigInteger funder = node.balance(file.funder());
      read(node.head());
      if (moved == before || look >= LOOKS) {
        return new Standing(spending.to(), funder, children);
      }
    }
  }

  /** What the blocks said up to the last standing. */
  Spending spending() {
    return spending;
  }

  /** Whether a payment on record is in one of the blocks. */
  boolean saw(String hash) {
    return seen.contains(hash);
  }

  private void read(long head) throws IOException {
    long first = spending.from();
    while (spending.to() < head) {
      long from = spending.to() + 1;
      long to = Math.min(head, spending.to() + (atOnce == FEW ? 2 * FEW : CHUNK));
      List<Long> numbers = LongStream.rangeClosed(from, to).boxed().toList();
      long before = moved;
      for (List<Movement> movements : Crowd.ask(numbers, atOnce, number -> node.movements(number, circle, reading))) {
        movements.forEach(this::add);
      }
      atOnce = moved - before > FULL * numbers.size() ? FEW : AT_ONCE;
      spending = spending.readTo(to);
      progress.at("blocks read", to - first + 1, head - first + 1);
    }
  }

  private void add(Movement movement) {
    moved++;
    boolean known = onRecord.contains(movement.hash());
    if (known) {
      seen.add(movement.hash());
    }
    spending = spending.with(movement, circle, known);
  }
}
