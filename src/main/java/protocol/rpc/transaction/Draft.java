package protocol.rpc.transaction;

import account.Kind;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction is to do, but for what is added when it is sent: nonce, gas and fees.
 *
 * @param to 20-byte hex with 0x; null deploys a contract
 * @param value in wei
 * @param data hex with 0x
 * @param shape its kind, given what the chain asks for gas
 */
public record Draft(@Nullable String to, BigInteger value, String data, Shape shape) {

  /** A kind that may depend on what the chain asks for blobs. */
  @FunctionalInterface
  public interface Shape {
    Kind kind(Quote quote);
  }
}
