package account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.MnemonicUtils;
import org.web3j.utils.Numeric;

/** Many accounts from one secret. Safe to share between threads; never shows the secret. */
public final class Keyring {

  private static final int HARDENED = Bip32ECKeyPair.HARDENED_BIT;
  /** Where wallets look for Ethereum's accounts (BIP-44), without the last step. */
  private static final int[] PATH = {44 | HARDENED, 60 | HARDENED, HARDENED, 0};
  private static final int SHORTEST_SEED = 16;
  private static final int LONGEST_SEED = 64;
  private static final String DEV_WORDS = "test test test test test test test test test test test junk";
  /** Chains that people run on their own machines: hardhat and anvil, our second, geth's and ganache's, our local one. */
  private static final Set<Long> DEV_CHAINS = Set.of(31_337L, 31_338L, 1_337L, 9_001L);

  private final String source;
  private final int size;
  private final IntFunction<Account> accounts;

  private Keyring(String source, int size, IntFunction<Account> accounts) {
    this.source = source;
    this.size = size;
    this.accounts = accounts;
  }

  /**
   * The accounts m/44'/60'/0'/0/i of a mnemonic (BIP-39, English words), as wallets number them.
   *
   * @param words 12 to 24, in any case and with any spaces between
   * @param passphrase empty for none
   * @throws IllegalArgumentException when this is no mnemonic; the message does not repeat it
   */
  public static Keyring ofMnemonic(String words, String passphrase) {
    String normal = normal(words);
    requireWords(List.of(normal.split(" ")));
    if (!MnemonicUtils.validateMnemonic(normal)) {
      throw new IllegalArgumentException("the words of the mnemonic do not fit together (12, 15, 18, 21 or 24 words, "
          + "the last of which checks the others): is one missing or misplaced?");
    }
    String salt = Normalizer.normalize(passphrase, Normalizer.Form.NFKD);
    return derived("a mnemonic", MnemonicUtils.generateSeed(normal, salt));
  }

  /**
   * The accounts m/44'/60'/0'/0/i of a seed (BIP-32).
   *
   * @param hex 16 to 64 bytes, with or without 0x
   */
  public static Keyring ofSeed(String hex) {
    String digits = hex.strip().startsWith("0x") ? hex.strip().substring(2) : hex.strip();
    boolean fits = digits.length() >= 2 * SHORTEST_SEED && digits.length() <= 2 * LONGEST_SEED
        && digits.length() % 2 == 0 && digits.matches("[0-9a-fA-F]+");
    if (!fits) {
      throw new IllegalArgumentException("a seed is 16 to 64 bytes of hex, with or without 0x");
    }
    return derived("a seed", HexFormat.of().parseHex(digits));
  }

  /** Accounts that nobody had before. */
  public static Keyring fresh() {
    var seed = new byte[LONGEST_SEED];
    new SecureRandom().nextBytes(seed);
    return derived("a random seed", seed);
  }

  /** Exactly these keys, 32-byte hex each, with or without 0x. */
  public static Keyring ofKeys(List<String> keys) {
    List<Account> known = keys.stream().map(String::strip).map(Account::of).toList();
    return new Keyring(known.size() == 1 ? "one key" : known.size() + " keys", known.size(), known::get);
  }

  /**
   * The keys of a file: one in a line, empty lines and those that begin with # left out.
   *
   * @throws IllegalArgumentException when a line is no key; the message names the line and does not repeat it
   */
  public static Keyring ofFile(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> keys = IntStream.range(0, lines.size())
        .filter(i -> !lines.get(i).isBlank() && !lines.get(i).strip().startsWith("#"))
        .mapToObj(i -> checked(file, i, lines.get(i).strip()))
        .toList();
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no key: write one in a line, 64 hex digits each");
    }
    return ofKeys(keys);
  }

  /**
   * The accounts that local chains make rich, known to everybody.
   *
   * @throws IllegalArgumentException when the chain is not one that people run on their own machines
   */
  public static Keyring dev(long chainId) {
    if (!isDev(chainId)) {
      throw new IllegalArgumentException(
          "everybody knows the keys of the developers' mnemonic, and what they get on chain " + chainId
              + " is gone at once; it is for the chains " + DEV_CHAINS.stream().sorted().toList());
    }
    return ofMnemonic(DEV_WORDS, "");
  }

  static boolean isDev(long chainId) {
    return DEV_CHAINS.contains(chainId);
  }

  static boolean isDevMnemonic(String words) {
    return normal(words).equals(DEV_WORDS);
  }

  /**
   * One of the accounts; the same number always gives the same.
   *
   * @param index 0 or more
   */
  public Account account(int index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("this keyring has the accounts 0 to " + (size - 1) + ", and no " + index);
    }
    return accounts.apply(index);
  }

  /** The first of the accounts, that many. */
  public List<Account> accounts(int count) {
    return IntStream.range(0, count).mapToObj(this::account).toList();
  }

  /** Where its accounts come from; the secret itself is never shown. */
  @Override
  public String toString() {
    return "keyring of " + source;
  }

  private static Keyring derived(String source, byte[] seed) {
    Bip32ECKeyPair parent = Bip32ECKeyPair.deriveKeyPair(Bip32ECKeyPair.generateKeyPair(seed), PATH);
    // Computed when it is first asked for; asking here makes the parent safe to share.
    parent.getPublicKeyPoint();
    return new Keyring(source, Integer.MAX_VALUE, index -> child(parent, index));
  }

  private static Account child(Bip32ECKeyPair parent, int index) {
    Bip32ECKeyPair child = Bip32ECKeyPair.deriveKeyPair(parent, new int[] {index});
    return Account.of(Numeric.toHexStringNoPrefixZeroPadded(child.getPrivateKey(), 2 * Lengths.KEY));
  }

  private static String normal(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFKD).strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private static void requireWords(List<String> words) {
    List<String> known = MnemonicUtils.getWords();
    for (int i = 0; i < words.size(); i++) {
      if (!known.contains(words.get(i))) {
        throw new IllegalArgumentException("word " + (i + 1) + " of the mnemonic is not in the English list of BIP-39");
      }
    }
  }

  private static String checked(Path file, int line, String key) {
    try {
      Account.of(key);
      return key;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ":" + (line + 1) + ": " + e.getMessage(), e);
    }
  }
}
