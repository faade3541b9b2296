package account;

/**
 * A transaction that a node takes.
 *
 * @param transaction what was signed
 * @param from who signed it, 20-byte lower-case hex with 0x
 * @param raw as a node takes it: hex with 0x
 * @param hash by which nodes name it, computed here: 32-byte hex with 0x
 */
public record SignedTransaction(Transaction transaction, String from, String raw, String hash) {

  /** What names it; the bytes may be many. */
  @Override
  public String toString() {
    return hash;
  }
}
