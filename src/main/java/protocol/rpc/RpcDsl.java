package protocol.rpc;

import org.jspecify.annotations.Nullable;

/** The verbs of Ethereum nodes: {@code rpc("head").call("eth_blockNumber")}. */
public final class RpcDsl {

  /** Session key: how many notifications the last {@link RpcNotification} has looked at. */
  public static final String NOTIFICATIONS = "notifications";
  /** Session key: how often the subscription of the last {@link RpcNotification} may have missed some. */
  public static final String BREAKS = "breaks";

  private RpcDsl() {}

  /** The verbs under a request name, which is stable, lower-case and free of data. */
  public static RpcVerbs rpc(String name) {
    return new RpcVerbs(Terms.of(name));
  }

  /** An item of a batch, with a name of its own; method and parameters as for {@link RpcVerbs#call}. */
  public static RpcItem item(String name, String method, @Nullable Object... params) {
    return RpcItem.of(name, method, params);
  }
}
