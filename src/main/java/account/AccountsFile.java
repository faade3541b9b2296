package account;

import account.Books.Chain;
import account.Books.Child;
import account.Books.Payment;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the children and what was paid to them, on the disk before the first payment: whoever has this file can bring
 * the money back, whatever became of the run.
 *
 * <p>The file is JSON, for its owner's eyes alone (mode 0600), and whole at any moment: a change is written beside it, forced to
 * the disk, and takes its place at once. When a changing call returns, the change is on the disk. Its fields are described in
 * {@code docs/results.md}. One process at a time has it open; safe to share between threads.
 */
public final class AccountsFile implements AutoCloseable {

  private final Path path;
  private final @Nullable FileChannel lock;
  private Books books;

  private AccountsFile(Path path, @Nullable FileChannel lock, Books books) {
    this.path = path;
    this.lock = lock;
    this.books = books;
  }

  /**
   * Writes a new file.
   *
   * @param target the name of what is under test
   * @param funder who pays and gets back what is left, 20-byte hex with 0x
   * @param children who will get it
   * @throws IOException when there is one of that name: somebody's money may hang on it
   */
  public static AccountsFile create(Path path, String target, String funder, List<Account> children)
      throws IOException {
    Files.createDirectories(SafeFile.folderOf(path));
    FileChannel lock = SafeFile.lock(path);
    try {
      if (Files.exists(path)) {
        throw new IOException(path + " holds accounts of another run: recover them first, or name another file");
      }
      var file = new AccountsFile(path, lock, new Books(Books.FORMAT, target, funder, secrets(children), Map.of()));
      SafeFile.replace(path, BooksJson.bytes(file.books));
      return file;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens a file that an earlier run has written.
   *
   * @throws IOException when it cannot be read, or another process has it open
   */
  public static AccountsFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("there is no accounts file " + path);
    }
    FileChannel lock = SafeFile.lock(path);
    try {
      return new AccountsFile(path, lock, BooksJson.read(path));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Opens a file to be read alone, also while a run pays from it: what is noted later is not seen. */
  public static AccountsFile peek(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("there is no accounts file " + path);
    }
    return new AccountsFile(path, null, BooksJson.read(path));
  }

  /** Adds accounts, before they are paid. */
  public void add(List<Account> children) throws IOException {
    change(known -> known.with(secrets(children)));
  }

  /** Who paid and gets back what is left, 20-byte hex with 0x. */
  public String funder() {
    return books().funder();
  }

  /** The name of what was under test. */
  public String target() {
    return books().target();
  }

  /** The accounts that were paid, in the order in which they were written. */
  public List<Account> children() {
    return books().children().stream().map(child -> Account.of(child.key())).toList();
  }

  /** The ids of the chains on which something was paid. */
  public Set<Long> chains() {
    return books().chains().keySet();
  }

  /** What was paid on a chain; empty before the first payment. */
  Optional<Chain> chain(long chainId) {
    return Optional.ofNullable(books().chains().get(chainId));
  }

  Optional<String> disperser(long chainId) {
    return chain(chainId).map(Chain::disperser);
  }

  List<Payment> payments(long chainId) {
    return chain(chainId).map(Chain::payments).orElse(List.of());
  }

  /** Notes what the funder has before its first payment, and the latest block by then; later calls change nothing. */
  void begin(long chainId, BigInteger before, long block) throws IOException {
    if (chain(chainId).isEmpty()) {
      change(known -> known.with(chainId, _ -> Chain.begun(before, block)));
    }
  }

  /** Notes what further children have before they are paid, in wei, and how many are known with them. */
  void meet(long chainId, BigInteger brought, int all) throws IOException {
    changeChain(chainId, chain -> chain.meeting(brought, all));
  }

  void disperser(long chainId, String contract) throws IOException {
    changeChain(chainId, chain -> chain.with(contract));
  }

  /** Puts payments on record, before they are sent. */
  void sending(long chainId, Collection<SignedTransaction> transactions) throws IOException {
    List<Payment> payments = transactions.stream().map(Payment::of).toList();
    changeChain(chainId, chain -> chain.with(payments));
  }

  /** Notes what payments have cost, by their hash. */
  void settled(long chainId, Map<String, BigInteger> fees) throws IOException {
    if (!fees.isEmpty()) {
      Map<String, BigInteger> known = new HashMap<>(fees);
      changeChain(chainId, chain -> chain.settled(known));
    }
  }

  private void changeChain(long chainId, UnaryOperator<Chain> change) throws IOException {
    change(known -> known.with(chainId, chain -> change.apply(begun(chain))));
  }

  private static Chain begun(@Nullable Chain chain) {
    if (chain == null) {
      throw new IllegalStateException("what the funder has was not noted before the first payment");
    }
    return chain;
  }

  private synchronized Books books() {
    return books;
  }

  private synchronized void change(UnaryOperator<Books> change) throws IOException {
    if (lock == null) {
      throw new IllegalStateException(path + " was opened to be read alone");
    }
    Books changed = change.apply(books);
    SafeFile.replace(path, BooksJson.bytes(changed));
    books = changed;
  }

  /** Where it is. */
  @Override
  public String toString() {
    return path.toString();
  }

  /** Lets others open it. The file stays: what it is good for comes later. */
  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }

  private static List<Child> secrets(List<Account> children) {
    return children.stream().map(child -> new Child(child.address(), child.key())).toList();
  }
}
