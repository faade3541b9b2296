package account;

import java.math.BigInteger;
import java.util.Arrays;

import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * BouncyCastle's arithmetic, with the recovery id read off the point R.
 *
 * <p>web3j finds the recovery id by trying all four, each a recovery of its own; that is 70 % of its time.
 */
final class BouncySigner implements Signer {

  // CustomNamedCurves, not SECNamedCurves: its field arithmetic is four times as fast.
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
  private static final BigInteger ORDER = CURVE.getN();
  private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);
  private static final byte EVEN = 2;

  @Override
  public byte[] sign(byte[] privateKey, byte[] hash) {
    BigInteger key = number(privateKey);
    var nonces = new HMacDSAKCalculator(new SHA256Digest());
    nonces.init(ORDER, key, Lengths.hash(hash));
    while (true) {
      BigInteger k = nonces.nextK();
      ECPoint point = point(k);
      BigInteger x = point.getAffineXCoord().toBigInteger();
      BigInteger r = x.mod(ORDER);
      BigInteger s = BigIntegers.modOddInverse(ORDER, k)
          .multiply(new BigInteger(1, hash).add(key.multiply(r)))
          .mod(ORDER);
      if (r.signum() != 0 && s.signum() != 0) {
        int parity = point.getAffineYCoord().testBitZero() ? 1 : 0;
        return encode(r, s, parity | (x.compareTo(ORDER) >= 0 ? 2 : 0));
      }
    }
  }

  @Override
  public byte[] publicKey(byte[] privateKey) {
    return coordinates(point(number(privateKey)));
  }

  @Override
  public byte[] recover(byte[] hash, byte[] signature) {
    int id = Lengths.recoveryId(signature);
    var e = new BigInteger(1, Lengths.hash(hash));
    var r = new BigInteger(1, signature, 0, 32);
    var s = new BigInteger(1, signature, 32, 32);
    if (isOutside(r) || isOutside(s)) {
      throw Lengths.nobody();
    }
    BigInteger inverse = BigIntegers.modOddInverse(ORDER, r);
    ECPoint key = ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), e.negate().multiply(inverse).mod(ORDER), pointR(r, id),
        s.multiply(inverse).mod(ORDER));
    if (key.isInfinity()) {
      throw Lengths.nobody();
    }
    return coordinates(key.normalize());
  }

  private static BigInteger number(byte[] privateKey) {
    var key = new BigInteger(1, Lengths.key(privateKey));
    if (isOutside(key)) {
      throw Lengths.noKey();
    }
    return key;
  }

  private static boolean isOutside(BigInteger number) {
    return number.signum() == 0 || number.compareTo(ORDER) >= 0;
  }

  private static ECPoint point(BigInteger number) {
    return new FixedPointCombMultiplier().multiply(CURVE.getG(), number).normalize();
  }

  /** The point whose x, modulo the order, is r; the recovery id tells which. */
  private static ECPoint pointR(BigInteger r, int id) {
    BigInteger x = id < 2 ? r : r.add(ORDER);
    var compressed = new byte[33];
    compressed[0] = (byte) (EVEN | (id & 1));
    try {
      BigIntegers.asUnsignedByteArray(x, compressed, 1, 32);
      return CURVE.getCurve().decodePoint(compressed);
    } catch (IllegalArgumentException e) {
      // Either no point has this x, or it does not fit into 32 bytes.
      throw Lengths.nobody();
    }
  }

  private static byte[] coordinates(ECPoint point) {
    byte[] uncompressed = point.getEncoded(false);
    return Arrays.copyOfRange(uncompressed, 1, uncompressed.length);
  }

  private static byte[] encode(BigInteger r, BigInteger s, int recoveryId) {
    boolean high = s.compareTo(HALF_ORDER) > 0;
    var signature = new byte[Lengths.SIGNATURE];
    BigIntegers.asUnsignedByteArray(r, signature, 0, 32);
    BigIntegers.asUnsignedByteArray(high ? ORDER.subtract(s) : s, signature, 32, 32);
    // Negating s is the same as negating R, whose y then changes its parity.
    signature[64] = (byte) (Lengths.LOWEST_V + (high ? recoveryId ^ 1 : recoveryId));
    return signature;
  }
}
