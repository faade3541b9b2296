package protocol.rpc.node;

import java.util.regex.Pattern;

/** Which of a chain's endpoints a request is for. */
public enum Route {
  /** What may change something. It is asked again elsewhere only when it certainly did not arrive. */
  SEND,
  /** What changes nothing. It is asked again elsewhere when one endpoint does not answer, breaks or has had enough. */
  READ;

  private static final Pattern CHANGES = Pattern
      .compile("eth_send.*|(anvil|hardhat|evm|admin|miner|personal|engine|clique)_.*|debug_set.*");

  /** The route of a method, by its name. */
  public static Route of(String method) {
    return CHANGES.matcher(method).matches() ? SEND : READ;
  }
}
