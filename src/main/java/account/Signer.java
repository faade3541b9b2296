package account;

/**
 * Signs 32-byte hashes on the curve secp256k1, and reads such signatures.
 *
 * <p>All implementations agree byte for byte: the nonce is that of RFC 6979 with SHA-256 and s is in the lower half. Safe to
 * share between threads.
 */
public interface Signer {

  /**
   * Signs a hash as it is, without any prefix.
   *
   * @param privateKey 32 bytes, a number from 1 to the curve's order - 1
   * @param hash 32 bytes
   * @return 65 bytes: r, s, and v, which is 27 or 28 (29 or 30 when r overflowed, once in 2^127 signatures)
   * @throws IllegalArgumentException when this is no key or no hash; the message does not repeat it
   */
  byte[] sign(byte[] privateKey, byte[] hash);

  /**
   * The public key that belongs to a private one.
   *
   * @param privateKey 32 bytes, a number from 1 to the curve's order - 1
   * @return 64 bytes: x and y of the point
   * @throws IllegalArgumentException when this is no key; the message does not repeat it
   */
  byte[] publicKey(byte[] privateKey);

  /**
   * The public key of whoever signed.
   *
   * @param hash 32 bytes
   * @param signature 65 bytes, as {@link #sign} gives them; s may lie in the upper half
   * @return 64 bytes: x and y of the point
   * @throws IllegalArgumentException when this is nobody's signature
   */
  byte[] recover(byte[] hash, byte[] signature);
}
