package account;

import java.math.BigInteger;

import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
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
  static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
  static final BigInteger ORDER = CURVE.getN();
  private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);
  private static final int LOWEST_V = 27;

  @Override
  public byte[] sign(BigInteger privateKey, byte[] hash) {
    var nonces = new HMacDSAKCalculator(new SHA256Digest());
    nonces.init(ORDER, privateKey, hash);
    while (true) {
      BigInteger k = nonces.nextK();
      ECPoint point = publicPoint(k);
      BigInteger x = point.getAffineXCoord().toBigInteger();
      BigInteger r = x.mod(ORDER);
      BigInteger s = BigIntegers.modOddInverse(ORDER, k)
          .multiply(new BigInteger(1, hash).add(privateKey.multiply(r)))
          .mod(ORDER);
      if (r.signum() != 0 && s.signum() != 0) {
        int parity = point.getAffineYCoord().testBitZero() ? 1 : 0;
        return encode(r, s, parity | (x.compareTo(ORDER) >= 0 ? 2 : 0));
      }
    }
  }

  /** The point a private number stands for, with affine coordinates. */
  static ECPoint publicPoint(BigInteger privateNumber) {
    return new FixedPointCombMultiplier().multiply(CURVE.getG(), privateNumber).normalize();
  }

  private static byte[] encode(BigInteger r, BigInteger s, int recoveryId) {
    boolean high = s.compareTo(HALF_ORDER) > 0;
    var signature = new byte[65];
    BigIntegers.asUnsignedByteArray(r, signature, 0, 32);
    BigIntegers.asUnsignedByteArray(high ? ORDER.subtract(s) : s, signature, 32, 32);
    // Negating s is the same as negating R, whose y then changes its parity.
    signature[64] = (byte) (LOWEST_V + (high ? recoveryId ^ 1 : recoveryId));
    return signature;
  }
}
