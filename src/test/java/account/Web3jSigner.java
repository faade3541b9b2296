package account;

import java.math.BigInteger;
import java.security.SignatureException;
import java.util.Arrays;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** What every signer must agree with: web3j, which everybody uses. */
final class Web3jSigner implements Signer {

  @Override
  public byte[] sign(byte[] privateKey, byte[] hash) {
    var parts = Sign.signMessage(hash, ECKeyPair.create(new BigInteger(1, privateKey)), false);
    var signature = new byte[65];
    System.arraycopy(parts.getR(), 0, signature, 0, 32);
    System.arraycopy(parts.getS(), 0, signature, 32, 32);
    signature[64] = parts.getV()[0];
    return signature;
  }

  @Override
  public byte[] publicKey(byte[] privateKey) {
    return Numeric.toBytesPadded(Sign.publicKeyFromPrivate(new BigInteger(1, privateKey)), 64);
  }

  @Override
  public byte[] recover(byte[] hash, byte[] signature) {
    var parts = new Sign.SignatureData(signature[64], Arrays.copyOfRange(signature, 0, 32),
        Arrays.copyOfRange(signature, 32, 64));
    try {
      return Numeric.toBytesPadded(Sign.signedMessageHashToKey(hash, parts), 64);
    } catch (SignatureException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
