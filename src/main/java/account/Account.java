package account;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

import org.bouncycastle.math.ec.ECPoint;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** A key pair of the chain: who signs states and who pays. Safe to share between threads. */
public final class Account {

  private static final Signer SIGNER = new BouncySigner();
  private static final byte[] PREFIX = "\u0019Ethereum Signed Message:\n32".getBytes(StandardCharsets.US_ASCII);
  private static final int HASH_BYTES = 32;
  private static final int SIGNATURE_BYTES = 65;

  private final BigInteger privateKey;
  private final String address;

  private Account(BigInteger privateKey) {
    this.privateKey = privateKey;
    this.address = addressOf(BouncySigner.publicPoint(privateKey));
  }

  /**
   * The account of a private key.
   *
   * @param privateKeyHex 32-byte hex, with or without 0x
   * @throws IllegalArgumentException when it is not a key of this curve; the message does not repeat it
   */
  public static Account of(String privateKeyHex) {
    String digits = privateKeyHex.startsWith("0x") ? privateKeyHex.substring(2) : privateKeyHex;
    if (!digits.matches("[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException("a private key is 64 hex digits, with or without 0x");
    }
    var key = new BigInteger(digits, 16);
    if (key.signum() == 0 || key.compareTo(BouncySigner.ORDER) >= 0) {
      throw new IllegalArgumentException("a private key lies between 1 and the order of secp256k1 - 1");
    }
    return new Account(key);
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
    return SIGNER.sign(privateKey, requireHash(hash));
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
    if (signature.length != SIGNATURE_BYTES) {
      throw new IllegalArgumentException("a signature is 65 bytes, not " + signature.length);
    }
    var parts = new Sign.SignatureData(signature[64], Arrays.copyOfRange(signature, 0, 32),
        Arrays.copyOfRange(signature, 32, 64));
    try {
      return "0x" + Keys.getAddress(Sign.signedMessageHashToKey(prefixed(hash), parts));
    } catch (SignatureException | RuntimeException e) {
      // web3j checks its arguments in passing, each with another exception.
      throw new IllegalArgumentException("nobody's signature: " + e.getMessage(), e);
    }
  }

  /** The address alone; a key is never shown. */
  @Override
  public String toString() {
    return address;
  }

  private static byte[] prefixed(byte[] hash) {
    byte[] message = Arrays.copyOf(PREFIX, PREFIX.length + HASH_BYTES);
    System.arraycopy(requireHash(hash), 0, message, PREFIX.length, HASH_BYTES);
    return Hash.sha3(message);
  }

  private static byte[] requireHash(byte[] hash) {
    if (hash.length != HASH_BYTES) {
      throw new IllegalArgumentException("a hash is 32 bytes, not " + hash.length);
    }
    return hash;
  }

  private static String addressOf(ECPoint point) {
    byte[] uncompressed = point.getEncoded(false);
    byte[] hash = Hash.sha3(uncompressed, 1, uncompressed.length - 1);
    return "0x" + HexFormat.of().formatHex(hash, hash.length - 20, hash.length);
  }
}
