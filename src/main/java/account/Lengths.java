package account;

/** Holds what goes into a signer to its length: the library of C reads that many bytes whatever it is given. */
final class Lengths {

  static final int HASH = 32;
  static final int KEY = 32;
  static final int SIGNATURE = 65;
  /** The v of recovery id 0, as the chain writes it. */
  static final int LOWEST_V = 27;

  private static final int RECOVERY_IDS = 4;

  private Lengths() {}

  static byte[] hash(byte[] hash) {
    if (hash.length != HASH) {
      throw new IllegalArgumentException("a hash is 32 bytes, not " + hash.length);
    }
    return hash;
  }

  static byte[] key(byte[] key) {
    if (key.length != KEY) {
      throw new IllegalArgumentException("a private key is 32 bytes, not " + key.length);
    }
    return key;
  }

  /** The recovery id of a signature, 0 to 3. */
  static int recoveryId(byte[] signature) {
    if (signature.length != SIGNATURE) {
      throw new IllegalArgumentException("a signature is 65 bytes, not " + signature.length);
    }
    int id = signature[SIGNATURE - 1] - LOWEST_V;
    if (id < 0 || id >= RECOVERY_IDS) {
      throw new IllegalArgumentException("nobody's signature: v is " + signature[SIGNATURE - 1] + ", not 27 or 28");
    }
    return id;
  }

  static IllegalArgumentException noKey() {
    return new IllegalArgumentException("a private key lies between 1 and the order of secp256k1 - 1");
  }

  static IllegalArgumentException nobody() {
    return new IllegalArgumentException("nobody's signature: no public key goes with it");
  }
}
