package account;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;

/** A key pair of the chain: who signs states and who pays. Safe to share between threads. */
public final class Account {

  private static final Signer SIGNER = Signers.fastest();
  private static final byte[] PREFIX = "\u0019Ethereum Signed Message:\n32".getBytes(StandardCharsets.US_ASCII);

  private final Signer signer;
  private final byte[] privateKey;
  private final String address;

  private Account(Signer signer, byte[] privateKey) {
    this.signer = signer;
    this.privateKey = privateKey;
    this.address = addressOf(signer.publicKey(privateKey));
  }

  /**
   * The account of a private key.
   *
   * @param privateKeyHex 32-byte hex, with or without 0x
   * @throws IllegalArgumentException when it is not a key of this curve; the message does not repeat it
   */
  public static Account of(String privateKeyHex) {
    return of(privateKeyHex, SIGNER);
  }

  static Account of(String privateKeyHex, Signer signer) {
    String digits = privateKeyHex.startsWith("0x") ? privateKeyHex.substring(2) : privateKeyHex;
    if (!digits.matches("[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException("a private key is 64 hex digits, with or without 0x");
    }
    return new Account(signer, HexFormat.of().parseHex(digits));
  }

  /** 20-byte lower-case hex, with 0x. */
  public String address() {
    return address;
  }

  /** The address in the mixed case of EIP-55, with 0x. */
  public String checksumAddress() {
    return Keys.toChecksumAddress(address);
  }

  /** Where a channel pays this account: 32-byte hex, with 0x. */
  public String destination() {
    return destinationOf(address);
  }

  /** The destination of an address: 12 zero bytes before it, lower case. */
  public static String destinationOf(String address) {
    return "0x" + "0".repeat(24) + address.substring(2).toLowerCase(Locale.ROOT);
  }

  /**
   * Signs a hash as wallets sign messages (EIP-191, "personal sign"): this is how states are signed.
   *
   * @param hash 32 bytes
   * @return 65 bytes: r, s, v (27 or 28)
   */
  public byte[] sign(byte[] hash) {
    return signRaw(prefixed(hash));
  }

  /**
   * Signs a hash as it is: this is how transactions are signed.
   *
   * @param hash 32 bytes
   * @return 65 bytes: r, s, v (27 or 28)
   */
  public byte[] signRaw(byte[] hash) {
    return signer.sign(privateKey, hash);
  }

  /**
   * Who signed a hash with {@link #sign}.
   *
   * @param hash 32 bytes
   * @param signature 65 bytes: r, s, v (27 or 28)
   * @return the signer's address, 20-byte lower-case hex with 0x
   * @throws IllegalArgumentException when this is nobody's signature
   */
  public static String recover(byte[] hash, byte[] signature) {
    return addressOf(SIGNER.recover(prefixed(hash), signature));
  }

  /** The private key, for {@link AccountsFile} alone: 32-byte hex with 0x. */
  String key() {
    return "0x" + HexFormat.of().formatHex(privateKey);
  }

  /** The address alone; a key is never shown. */
  @Override
  public String toString() {
    return address;
  }

  private static byte[] prefixed(byte[] hash) {
    byte[] message = Arrays.copyOf(PREFIX, PREFIX.length + Lengths.HASH);
    System.arraycopy(Lengths.hash(hash), 0, message, PREFIX.length, Lengths.HASH);
    return Hash.sha3(message);
  }

  private static String addressOf(byte[] publicKey) {
    byte[] hash = Hash.sha3(publicKey);
    return "0x" + HexFormat.of().formatHex(hash, hash.length - 20, hash.length);
  }
}
