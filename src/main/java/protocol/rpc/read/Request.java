package protocol.rpc.read;

import java.nio.charset.StandardCharsets;

/**
 * A method with its parameters.
 *
 * @param name its row in reports
 * @param method for example {@code eth_getBalance}
 * @param params a JSON array
 * @param pinned whether its answer can never be another one
 */
record Request(String name, String method, String params, boolean pinned) {

  /** What it is about, as the history tells it; empty for what has no answer for good. */
  String entity() {
    return pinned ? method + " " + params : "";
  }

  /** As it is sent. */
  byte[] body(long id) {
    return ("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
