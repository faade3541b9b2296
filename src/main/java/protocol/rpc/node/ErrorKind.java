package protocol.rpc.node;

import history.Outcome;
import java.util.Locale;

/**
 * What a node's error means, whatever its node calls it. What goes wrong on the way to a node has codes of its own: {@code connect},
 * {@code timeout} and {@code closed} of the transport, {@code status-502}, {@code wrong-answer}.
 */
public enum ErrorKind {
  /** Too many requests for now. */
  RATE_LIMITED,
  /** The account has used this nonce already. */
  NONCE_TOO_LOW,
  /** The account has not used the nonces before it. */
  NONCE_TOO_HIGH,
  /** The node holds this very transaction. */
  ALREADY_KNOWN,
  /** It pays too little: to be taken, or to replace another of the same nonce. */
  UNDERPRICED,
  /** The node's pool has no room for it. */
  POOL_FULL,
  /** The account cannot pay for it. */
  INSUFFICIENT_FUNDS,
  /** The contract refused. */
  REVERTED,
  /** The node gave up on it, which does not undo what it had begun. */
  TIMEOUT,
  /** Too little gas, or more than a block holds. */
  GAS,
  /** It is signed for another chain. */
  WRONG_CHAIN,
  /** The node does not offer the method. */
  UNSUPPORTED,
  /** The node cannot read the request. */
  INVALID,
  /** The node does not have what was asked for. */
  NOT_FOUND,
  /** Something broke inside the node; what it had begun may have happened. */
  INTERNAL,
  /** None of these. */
  OTHER;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** Its name in reports, for example {@code nonce-too-low}. */
  public String code() {
    return code;
  }

  /** The kind of a name in reports; throws {@link IllegalArgumentException} when there is none. */
  static ErrorKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** What came of a request that was answered so: refused, or unknown where the node itself cannot tell. */
  Outcome outcome(RpcError error) {
    return switch (this) {
      case TIMEOUT, INTERNAL -> new Outcome.Unknown(code, error.message());
      case OTHER -> new Outcome.Refused("error" + error.code(), error.message());
      default -> new Outcome.Refused(code, error.message());
    };
  }
}
