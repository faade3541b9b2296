package account;

import java.math.BigInteger;

/**
 * Signs 32-byte hashes on the curve secp256k1.
 *
 * <p>All implementations agree byte for byte: the nonce is that of RFC 6979 with SHA-256 and s is in the lower half.
 */
public interface Signer {

  /**
   * Signs a hash as it is, without any prefix.
   *
   * @param privateKey from 1 to the curve's order - 1
   * @param hash 32 bytes
   * @return 65 bytes: r, s, and v, which is 27 or 28 (29 or 30 when r overflowed, once in 2^127 signatures)
   */
  byte[] sign(BigInteger privateKey, byte[] hash);
}
