package account;

import java.math.BigInteger;
import org.apache.tuweni.bytes.Bytes;
import org.web3j.crypto.AuthorizationTuple;
import org.web3j.crypto.Sign;

/**
 * An account's signed leave to run a contract's code as its own (EIP-7702).
 *
 * @param chainId 0 for any chain
 * @param code the contract, 20-byte hex with 0x; the zero address ends it
 * @param nonce the account's next one when the transaction runs: one more when the account sends it itself
 * @param signature 65 bytes: r, s, v (27 or 28)
 */
public record Authorization(long chainId, String code, long nonce, Bytes signature) {

  /** Signs the leave. */
  public static Authorization signedBy(Account authority, long chainId, String code, long nonce) {
    byte[] hash = Sign.authorizationHash(BigInteger.valueOf(chainId), code, BigInteger.valueOf(nonce));
    return new Authorization(chainId, code, nonce, Bytes.wrap(authority.signRaw(hash)));
  }

  AuthorizationTuple encoded() {
    return new AuthorizationTuple(BigInteger.valueOf(chainId), code, BigInteger.valueOf(nonce),
        BigInteger.valueOf(signature.get(64) - Lengths.LOWEST_V), part(0), part(Lengths.HASH));
  }

  private BigInteger part(int from) {
    return signature.slice(from, Lengths.HASH).toUnsignedBigInteger();
  }
}
